package no.tillit.access;

import no.tillit.kernel.ProjectId;

/**
 * Somebody's place in a project.
 *
 * @param contacts whether the project has opened its contact register to this member (O-08)
 */
public record Membership(ProjectId project, String username, Role role, boolean contacts) {}
