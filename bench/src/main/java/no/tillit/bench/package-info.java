/**
 * How fast Tillit is, measured beside plain programs on the same machine in the same run. Open {@link
 * no.tillit.bench.Whole} first; the parts are in {@code no.tillit.bench.parts}. Not part of the product.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.bench;
