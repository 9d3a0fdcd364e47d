/** Seals made and broken. */
@org.jspecify.annotations.NullMarked
package no.tillit.seal;
