/** Real files made at test time by the programs that people use. Open {@link no.tillit.testing.files.SampleFiles} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.testing.files;
