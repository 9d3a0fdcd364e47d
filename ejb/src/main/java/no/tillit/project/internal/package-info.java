/** How projects are kept. Open {@link no.tillit.project.internal.Project} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.project.internal;
