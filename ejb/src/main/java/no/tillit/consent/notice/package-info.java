/**
 * Who has to be told that a consent has ended: those with whom something was shared by it (GDPR Art 19, O-10, O-18). Open {@link
 * no.tillit.consent.notice.NotifyingRecipients}.
 *
 * <p>Part of the feature {@code consent}. Decision: ADR 0174.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.notice;
