package no.tillit.ui.interview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ReadingParticipants;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Registers an interview that was held, with one person or a group (O-13). */
@Named
@RequestScoped
public class NewInterviewPage {
    @Inject
    private CreatingInterview creating;

    @Inject
    private ReadingParticipants participants;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private InterviewKind kind = InterviewKind.INDIVIDUAL;
    private @Nullable LocalDate heldOn;
    private @Nullable Integer minutes;
    private boolean recorded;
    private @Nullable List<SelectItem> people;
    private @Nullable List<Seat> seats;

    /** One who took part, as chosen in the form. */
    public static class Seat {
        private String id;

        Seat(String id) {
            this.id = id;
        }

        public String getId() {
            return id;
        }

        public void setId(@Nullable String id) {
            this.id = id == null ? "" : id;
        }
    }

    /** Registers the interview, and goes to it. */
    public void create() {
        List<ParticipantId> chosen = getSeats().stream()
                .map(Seat::getId)
                .filter(id -> !id.isEmpty())
                .map(id -> new ParticipantId(UUID.fromString(id)))
                .toList();
        var wanted = NewInterview.of(kind, heldOn, chosen, minutes, recorded);
        InterviewSummary created = creating.create(new ProjectId(table.id("project")), wanted, visitor.getPurpose());
        way.to("/interview/interview.xhtml?id=" + created.id().value(), "interview.new.done");
    }

    /** As many places as the largest group has; the first is taken by whom the address names. */
    public List<Seat> getSeats() {
        List<Seat> made = seats;
        if (made == null) {
            made = new ArrayList<>();
            made.add(new Seat(table.filter("participant")));
            for (int i = 1; i < InterviewKind.FOCUS_GROUP.most(); i++) {
                made.add(new Seat(""));
            }
            seats = made;
        }
        return made;
    }

    /** The active participants of the project to choose from, by pseudonym; at most two hundred. */
    public List<SelectItem> getPeople() {
        List<SelectItem> read = people == null ? readPeople() : people;
        people = read;
        return read;
    }

    private List<SelectItem> readPeople() {
        List<SelectItem> items = new ArrayList<>(List.of(new SelectItem("", say.text("interview.nobody"))));
        participants
                .page(
                        new ProjectId(table.id("project")),
                        new ParticipantFilter(ParticipantState.ACTIVE, null, null),
                        ParticipantSort.PSEUDONYM,
                        new PageRequest(0, PageRequest.MAX_SIZE),
                        visitor.getPurpose())
                .items()
                .forEach(p -> items.add(
                        new SelectItem(p.id().value().toString(), p.pseudonym().value())));
        return items;
    }

    public List<SelectItem> getKinds() {
        return say.options(EnumSet.allOf(InterviewKind.class));
    }

    public InterviewKind getKind() {
        return kind;
    }

    public void setKind(InterviewKind kind) {
        this.kind = kind;
    }

    public @Nullable LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(@Nullable LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public boolean isRecorded() {
        return recorded;
    }

    public void setRecorded(boolean recorded) {
        this.recorded = recorded;
    }
}
