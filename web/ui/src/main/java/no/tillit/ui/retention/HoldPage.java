package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.kernel.Clock;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldId;
import no.tillit.retention.Holding;
import no.tillit.retention.ReadingHolds;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One hold: what is held, why and until when somebody has to look again; looked at, or released. */
@Named
@RequestScoped
public class HoldPage {
    @Inject
    private ReadingHolds reading;

    @Inject
    private Holding holding;

    @Inject
    private Participants participants;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable Hold hold;
    private @Nullable LocalDate next;

    public Hold getHold() {
        Hold read = hold == null ? reading.open(id(), visitor.getPurpose()) : hold;
        hold = read;
        return read;
    }

    /** What is held: the pseudonym, or the kind of record. */
    public String getSubject() {
        Hold held = getHold();
        if (held.participant() == null) {
            return say.one(Objects.requireNonNull(held.kind()));
        }
        ParticipantRef ref = participants.refs(List.of(held.participant())).get(held.participant());
        return ref == null ? say.text("deletion.erased") : ref.pseudonym().value();
    }

    /** The page of what is held; empty for an auditor, who sees that there is something and not what. */
    public String getHome() {
        Hold held = getHold();
        if (visitor.is("auditor")) {
            return "";
        }
        if (held.participant() != null) {
            return "/participant/participant.xhtml?id=" + held.participant().value();
        }
        return switch (Objects.requireNonNull(held.kind())) {
            case "document" -> "/document/document.xhtml?id=" + held.record();
            case "interview" -> "/interview/interview.xhtml?id=" + held.record();
            default -> "/participant/participant.xhtml?id=" + held.record();
        };
    }

    public boolean isDue() {
        return getHold().isToReview(clock.today());
    }

    public boolean isManaged() {
        return !getHold().isReleased()
                && access.ownPurpose(Action.MANAGE_HOLDS, getHold().project()).isPresent();
    }

    /** It is still needed; somebody looks again on the day in the form. */
    public void review() {
        holding.review(id(), next, visitor.getPurpose());
        way.to(address(), "hold.reviewed");
    }

    public void release() {
        holding.release(id(), visitor.getPurpose());
        way.to(address(), "hold.released");
    }

    public @Nullable LocalDate getNext() {
        return next;
    }

    public void setNext(@Nullable LocalDate next) {
        this.next = next;
    }

    private HoldId id() {
        return new HoldId(table.id("id"));
    }

    private String address() {
        return "/retention/hold.xhtml?id=" + id().value();
    }
}
