/** Sheets as they come out of scanners, and what is read of them. */
@org.jspecify.annotations.NullMarked
package no.tillit.reader;
