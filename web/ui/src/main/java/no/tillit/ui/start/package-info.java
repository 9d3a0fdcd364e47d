/** The first page of each role: what waits, what is due, what is blocked. Open {@link no.tillit.ui.start.StartPage}. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.start;
