/** Interviews over the API. Open {@link no.tillit.api.interview.ProjectInterviewsResource} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.interview;
