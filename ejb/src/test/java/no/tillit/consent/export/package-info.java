/** Exports of a project's consents. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.export;
