package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.UncheckedConsent;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;

/** The forms on paper that wait for a second person. */
@ApplicationScoped
public class Unchecked {
    @Inject
    private Rows rows;

    /** Puts a form on the list. */
    public void add(ConsentForm form) {
        rows.change(
                "INSERT INTO consent_unchecked (consent_id, participant_id, project_id, captured_at) VALUES (?, ?, ?, ?)",
                form.id().value(),
                form.toRef().participant().value(),
                form.project().value(),
                form.capturedAt());
    }

    /** Takes it off the list. */
    public void remove(ConsentForm form) {
        rows.change(
                "DELETE FROM consent_unchecked WHERE consent_id = ?", form.id().value());
    }

    /** One page of a project's, the oldest first. */
    public Page<UncheckedConsent> page(ProjectId project, PageRequest request, String caller) {
        List<UncheckedConsent> waiting = rows.list(
                """
                SELECT c.id, c.participant_id, p.pseudonym, c.signed_on, c.captured_at, c.captured_by,
                       c.evidence IS NOT NULL AS scanned
                FROM consent_unchecked u JOIN consent c ON c.id = u.consent_id
                JOIN participant p ON p.id = c.participant_id
                WHERE u.project_id = ? ORDER BY u.captured_at, u.consent_id LIMIT ? OFFSET ?""",
                row -> new UncheckedConsent(
                        new ConsentId(row.getObject("id", UUID.class)),
                        new ParticipantId(row.getObject("participant_id", UUID.class)),
                        row.getString("pseudonym"),
                        Objects.requireNonNull(Rows.day(row, "signed_on")),
                        Rows.moment(row, "captured_at"),
                        row.getString("captured_by"),
                        row.getBoolean("scanned"),
                        row.getString("captured_by").equals(caller)),
                project.value(),
                request.size(),
                request.offset());
        return new Page<>(waiting, request.page(), request.size(), count(project));
    }

    /** How many there are. */
    public long count(ProjectId project) {
        return rows.number("SELECT count(*) FROM consent_unchecked WHERE project_id = ?", project.value());
    }
}
