/** Pages of projects, their approvals and members. Open {@link no.tillit.ui.project.RegisterProjectPage} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.project;
