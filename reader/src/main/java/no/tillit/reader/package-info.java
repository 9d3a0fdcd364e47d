/**
 * Reads a scanned file from standard input and writes its pages to standard output: of each a picture, upright, and the code on it.
 * Open {@link no.tillit.reader.Reader} first.
 *
 * <p>It runs in a JVM of its own that the application starts for one file, with little memory and a time limit, and that knows
 * no key, no database and no network. What bursts, hangs or runs away ends here. It writes nothing to a disk.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.reader;
