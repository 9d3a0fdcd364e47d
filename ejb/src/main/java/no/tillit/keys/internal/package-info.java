/** The key store file, the rows of {@code tillit_keys} and the one way to wrap bytes. Open {@link Envelope} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.keys.internal;
