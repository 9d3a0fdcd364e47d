/** What the batch jobs of deletions leave behind. */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure.internal.batch;
