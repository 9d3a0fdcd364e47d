/** Invented sample data, entered over the API as the demo users would. Open {@link no.tillit.launcher.sample.SampleData}. */
@org.jspecify.annotations.NullMarked
package no.tillit.launcher.sample;
