package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.retention.RecordKind;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Places a hold on what the address names: a participant, or a record and its kind. */
@Named
@RequestScoped
public class PlaceHoldPage {
    @Inject
    private Holding holding;

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

    private String reason = "";
    private String authority = "";
    private @Nullable LocalDate reviewOn;
    private HoldAudience audience = HoldAudience.PRIVACY_OFFICERS;

    /** Places it, and shows it. */
    @SuppressWarnings("NullAway")
    public void place() {
        Hold placed = holding.place(
                new ProjectId(table.id("project")),
                new NewHold(
                        isOnPerson() ? new ParticipantId(table.id("participant")) : null,
                        isOnPerson() ? null : kind(),
                        isOnPerson() ? null : table.id("record"),
                        reason,
                        authority,
                        reviewOn,
                        audience),
                visitor.getPurpose());
        way.to("/retention/hold.xhtml?id=" + placed.id().value(), "hold.placed");
    }

    /** Whether all about a participant is to be held. */
    public boolean isOnPerson() {
        return table.asked("participant").isPresent();
    }

    /** What is to be held, in words. */
    public String getSubject() {
        return isOnPerson() ? say.text("hold.everything") : say.label(kind());
    }

    public List<SelectItem> getAudiences() {
        return say.options(Arrays.asList(HoldAudience.values()));
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    /** In three months, unless somebody says otherwise. */
    public LocalDate getReviewOn() {
        return reviewOn == null ? clock.today().plusMonths(3) : reviewOn;
    }

    public void setReviewOn(@Nullable LocalDate reviewOn) {
        this.reviewOn = reviewOn;
    }

    public HoldAudience getAudience() {
        return audience;
    }

    public void setAudience(HoldAudience audience) {
        this.audience = audience;
    }

    private RecordKind kind() {
        return table.asked("kind", RecordKind.class).orElseThrow(NotFound::new);
    }
}
