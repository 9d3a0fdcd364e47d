/**
 * Small immutable values every feature speaks in: ids, periods, purposes; and what every feature asks with: the clock, the
 * settings, SQL in one's transaction.
 *
 * <p>Floor 0: imports nothing else of Tillit. Open {@link no.tillit.kernel.Purpose} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.kernel;
