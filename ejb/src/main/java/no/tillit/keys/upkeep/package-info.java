/**
 * What an operator does to the keys from outside the application, with {@code tillit-admin keys}: look, rotate the root,
 * hand it to custodians, restore it. Plain classes over a store and the key database. Open {@link
 * no.tillit.keys.upkeep.Rotation} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.keys.upkeep;
