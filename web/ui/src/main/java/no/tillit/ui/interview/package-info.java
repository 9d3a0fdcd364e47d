/** Pages of interviews. Open {@link no.tillit.ui.interview.NewInterviewPage} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.interview;
