/** What is worked out of pages. */
@org.jspecify.annotations.NullMarked
package no.tillit.scan.internal;
