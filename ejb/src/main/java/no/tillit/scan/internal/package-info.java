/** Entities, the reading of files and what is made of their pages. */
@org.jspecify.annotations.NullMarked
package no.tillit.scan.internal;
