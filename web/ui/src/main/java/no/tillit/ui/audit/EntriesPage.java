package no.tillit.ui.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.tillit.access.Action;
import no.tillit.access.ReadingAudit;
import no.tillit.access.Role;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.LoggedEntry;
import no.tillit.audit.Outcome;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Refusal;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.project.ProjectSummary;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Who did what, why, and how it ended, newest first (O-24). */
@Named
@RequestScoped
public class EntriesPage {
    @Inject
    private ReadingAudit audit;

    @Inject
    private Participants participants;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable Page<LoggedEntry> page;
    private String problem = "";
    private String details = "";
    private final Map<ParticipantId, ParticipantRef> people = new HashMap<>();

    public Page<LoggedEntry> getPage() {
        Page<LoggedEntry> read = page == null ? read() : page;
        page = read;
        return read;
    }

    /** What is wrong with the filter; empty when nothing is. */
    public String getProblem() {
        getPage();
        return problem;
    }

    /** Whether the visitor may read what was said about entries. */
    public boolean isReadsDetails() {
        return visitor.is("privacy-officer");
    }

    /** The address that shows what was said about this entry. */
    public String detailsLink(LoggedEntry entry) {
        return table.link("details", String.valueOf(entry.number()));
    }

    /** The number of the entry whose details are asked for; empty when none are. */
    public String getShown() {
        return table.asked("details").filter(n -> n.matches("[0-9]{1,18}")).orElse("");
    }

    /** What was said about the entry asked for. */
    public String getDetails() {
        if (details.isEmpty()) {
            try {
                details = audit.details(Long.parseLong(getShown()), visitor.getPurpose());
            } catch (NotFound absent) {
                throw absent;
            } catch (Refusal erased) {
                details = say.refusal(erased);
            }
        }
        return details;
    }

    /** The participant an entry is about, by pseudonym; else the project; else empty. */
    public String about(LoggedEntry entry) {
        ParticipantId id = entry.participant();
        if (id == null) {
            return project(entry.project());
        }
        ParticipantRef ref = people.get(id);
        return ref == null ? say.text("deletion.erased") : ref.pseudonym().value();
    }

    private String project(@Nullable ProjectId id) {
        return chosen.getAll().stream()
                .filter(p -> p.id().equals(id))
                .map(ProjectSummary::name)
                .findFirst()
                .orElse("");
    }

    /** The roles of an entry in words. */
    public String role(LoggedEntry entry) {
        return Arrays.stream(entry.role().split(","))
                .map(name -> Role.named(name).map(say::label).orElse(name))
                .collect(Collectors.joining(", "));
    }

    /** The actions one may ask for, by their names in the log. */
    public List<String> getActions() {
        return Arrays.stream(Action.values())
                .map(Action::auditName)
                .distinct()
                .sorted()
                .toList();
    }

    public List<Outcome> getOutcomes() {
        return Arrays.asList(Outcome.values());
    }

    private Page<LoggedEntry> read() {
        Page<LoggedEntry> read = audit.page(filter(), table.request(), visitor.getPurpose());
        people.putAll(participants.refs(read.items().stream()
                .map(LoggedEntry::participant)
                .filter(Objects::nonNull)
                .toList()));
        return read;
    }

    private AuditFilter filter() {
        try {
            return new AuditFilter(
                    table.asked("actor").orElse(null),
                    table.asked("action").orElse(null),
                    null,
                    null,
                    null,
                    table.asked("outcome", Outcome.class).orElse(null),
                    table.day("from"),
                    table.day("to"));
        } catch (InvalidInput invalid) {
            problem = say.refusal(invalid);
            return AuditFilter.all();
        }
    }
}
