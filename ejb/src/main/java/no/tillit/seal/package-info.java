/**
 * Files that say of themselves whether they were changed: PDF sealed with the installation's certificate (PAdES), and the check
 * of a seal that needs nothing but the file. Open {@link no.tillit.seal.Sealing} first, then {@link
 * no.tillit.seal.SealCheck}.
 *
 * <p>Floor 2: uses {@code kernel} and {@code keys}, where the private key is. Nothing outside this package touches EU DSS.
 * Decision: ADR 0170.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.seal;
