package no.tillit.consent.template;

import org.jspecify.annotations.Nullable;

/**
 * Letter and form for printing.
 *
 * @param number of the form when it was printed for a person; null for a blank one
 */
@SuppressWarnings("ArrayRecordComponent")
public record FormPdf(byte[] pdf, String fileName, @Nullable String number) {}
