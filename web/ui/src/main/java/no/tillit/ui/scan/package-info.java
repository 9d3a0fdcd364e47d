/** Scanned forms: sending them, seeing how far they have come, and recording what they say. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.scan;
