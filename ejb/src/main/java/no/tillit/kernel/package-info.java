/**
 * Small immutable values every feature speaks in: ids, periods, purposes.
 *
 * <p>Floor 0: imports nothing else of Tillit. Open {@link no.tillit.kernel.Purpose} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.kernel;
