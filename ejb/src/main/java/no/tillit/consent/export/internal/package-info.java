/** Forms brought together for an export. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.export.internal;
