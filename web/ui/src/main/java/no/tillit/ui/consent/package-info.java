/** Pages that record and withdraw consents. Open {@link no.tillit.ui.consent.RecordConsentPage} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.consent;
