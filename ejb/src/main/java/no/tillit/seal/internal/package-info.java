/** How EU DSS is told what to do. */
@org.jspecify.annotations.NullMarked
package no.tillit.seal.internal;
