/**
 * The steps of the batch job {@code META-INF/batch-jobs/erasure.xml}, each a few lines over {@link
 * no.tillit.erasure.internal.CarryingOutDeletion}. Open {@link no.tillit.erasure.internal.batch.StartingErasure} first: it
 * starts the job.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure.internal.batch;
