/**
 * Pages of deletion jobs: the list, proposing, and the one where a second person decides. Open
 * {@link no.tillit.ui.erasure.DeletionJobPage} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.erasure;
