/** How memberships are kept. Open {@link no.tillit.access.internal.ProjectMember} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.access.internal;
