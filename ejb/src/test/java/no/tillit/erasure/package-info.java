/** The life of a deletion, tested on real databases with records that the tests themselves keep. */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure;
