/** Pages on which templates of letters and forms are written, read, published and printed. Open {@link no.tillit.ui.template.VersionPage}. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.template;
