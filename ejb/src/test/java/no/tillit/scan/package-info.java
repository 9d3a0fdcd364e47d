/** Scanned forms, from the upload to the consent, over the real database and the real reader. */
@org.jspecify.annotations.NullMarked
package no.tillit.scan;
