/** Benchmarks of what only this package can ask. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.internal;
