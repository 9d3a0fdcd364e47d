/**
 * How deletion jobs are kept and carried out. Open {@link no.tillit.erasure.internal.CarryingOutDeletion} first: the batch
 * artifacts in {@code erasure.internal.batch} call its methods in the order of {@code META-INF/batch-jobs/erasure.xml}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure.internal;
