package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Page;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldFilter;
import no.tillit.retention.ReadingHolds;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The holds of the chosen project, those that somebody has to look at first. */
@Named
@RequestScoped
public class HoldsPage {
    @Inject
    private ReadingHolds holds;

    @Inject
    private Participants participants;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private final Map<ParticipantId, ParticipantRef> people = new HashMap<>();
    private @Nullable Page<Hold> page;

    public Page<Hold> getPage() {
        Page<Hold> read = page == null ? read() : page;
        page = read;
        return read;
    }

    /** What is held: the pseudonym, or the kind of record. */
    public String subject(Hold hold) {
        if (hold.participant() == null) {
            return say.one(Objects.requireNonNull(hold.kind()));
        }
        ParticipantRef ref = people.get(hold.participant());
        return ref == null ? say.text("deletion.erased") : ref.pseudonym().value();
    }

    /** Whether somebody has to look at it today. */
    public boolean due(Hold hold) {
        return hold.isToReview(clock.today());
    }

    private Page<Hold> read() {
        String show = table.filter("show");
        var filter = new HoldFilter(chosen.require(), show.equals("review"), show.equals("all"));
        Page<Hold> read = holds.page(filter, table.request(), visitor.getPurpose());
        people.putAll(participants.refs(read.items().stream()
                .map(Hold::participant)
                .filter(Objects::nonNull)
                .toList()));
        return read;
    }
}
