/**
 * Projects and the approvals they rest on. Open {@link no.tillit.project.RegisteringProject} first, then
 * {@link no.tillit.project.Approvals}, which every feature above asks before it stores something.
 *
 * <p>Floor 4: may use {@code kernel}, {@code audit}, {@code keys}, {@code access}, {@code retention}, {@code erasure}.
 * Only what the approval covers can be stored (O-01).
 */
@org.jspecify.annotations.NullMarked
package no.tillit.project;
