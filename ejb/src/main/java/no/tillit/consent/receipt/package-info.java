/**
 * What a person can take home of a consent for a program to read: a consent receipt by ISO/IEC TS 27560 in the terms of the Data
 * Privacy Vocabulary, and a FHIR R4 {@code Consent}. Open {@link no.tillit.consent.receipt.GivingReceipt}.
 *
 * <p>Part of the feature {@code consent}. Decision: ADR 0172.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.receipt;
