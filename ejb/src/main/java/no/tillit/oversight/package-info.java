/**
 * What those who oversee do with the log: proofs, checkpoints, exports and checks, each for a purpose and itself an entry.
 * Open {@link no.tillit.oversight.ProvingLog} first.
 *
 * <p>Stands above {@code access}, since the log itself lies below the rules of access.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.oversight;
