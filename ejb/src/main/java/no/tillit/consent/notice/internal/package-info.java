/** Notices as they are kept. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.notice.internal;
