package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The way to each page that the person's roles have a use for. */
@Named
@RequestScoped
public class Menu {
    private static final List<Line> LINES = List.of(
            new Line("/index.xhtml", "menu.start", "", ""),
            new Line(
                    "/project/projects.xhtml",
                    "menu.projects",
                    "researcher caseworker project-lead privacy-officer auditor",
                    "/project/ /template/"),
            new Line(
                    "/participant/participants.xhtml",
                    "menu.participants",
                    "researcher caseworker project-lead privacy-officer",
                    "/participant/ /consent/"),
            new Line(
                    "/interview/interviews.xhtml",
                    "menu.interviews",
                    "researcher project-lead privacy-officer",
                    "/interview/"),
            new Line(
                    "/document/documents.xhtml",
                    "menu.documents",
                    "researcher caseworker project-lead privacy-officer auditor",
                    "/document/"),
            new Line(
                    "/erasure/deletion-jobs.xhtml",
                    "menu.deletionJobs",
                    "privacy-officer project-lead auditor",
                    "/erasure/"),
            new Line(
                    "/retention/due.xhtml", "menu.retention", "privacy-officer project-lead auditor", "/retention/due"),
            new Line(
                    "/retention/schedules.xhtml",
                    "menu.schedules",
                    "privacy-officer project-lead auditor",
                    "/retention/schedule"),
            new Line(
                    "/retention/holds.xhtml",
                    "menu.holds",
                    "privacy-officer project-lead auditor",
                    "/retention/hold /retention/place-hold"),
            new Line("/audit/entries.xhtml", "menu.audit", "auditor privacy-officer", "/audit/"));

    @Inject
    private Visitor visitor;

    @Inject
    private Counts counts;

    private record Line(String path, String key, String roles, String folders) {}

    /** One entry of the menu; {@code current} is {@code page}, {@code true} (a page below it) or {@code false}. */
    public record Entry(String path, String key, String current, long count) {}

    public List<Entry> getEntries() {
        return LINES.stream()
                .filter(line -> line.roles.isEmpty() || visitor.is(line.roles))
                .map(line -> new Entry(line.path, line.key, current(line), counts.of(line.path)))
                .toList();
    }

    private String current(Line line) {
        String here = visitor.getPath();
        if (here.equals(line.path)) {
            return "page";
        }
        boolean below = !line.folders.isEmpty()
                && List.of(line.folders.split(" ")).stream().anyMatch(here::startsWith);
        return below ? "true" : "false";
    }
}
