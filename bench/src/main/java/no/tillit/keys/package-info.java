/** Benchmarks of what only this package can make. */
@org.jspecify.annotations.NullMarked
package no.tillit.keys;
