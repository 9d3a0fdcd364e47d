package no.tillit.consent.notice.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.Recipient;
import no.tillit.consent.notice.NoticeId;
import no.tillit.consent.notice.RecipientNotice;
import no.tillit.erasure.RecipientsToTell;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** All notices to recipients, waiting and confirmed. */
@ApplicationScoped
public class Notices {
    private static final String ALL =
            "SELECT n.*, p.pseudonym FROM recipient_notice n" + " LEFT JOIN participant p ON p.id = n.participant_id";

    @Inject
    private Rows rows;

    void add(ConsentWithdrawn ended, Recipient recipient) {
        rows.change(
                "INSERT INTO recipient_notice (id, project_id, participant_id, recipient, code, how, ended_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                UUID.randomUUID(),
                ended.project().value(),
                ended.participant().value(),
                recipient.name(),
                recipient.code(),
                ended.how().name(),
                ended.at());
    }

    /** Puts a recipient on the list whose sharing ends because somebody else ends it, unless it is there already. */
    void addUnlessWaiting(ProjectId project, ParticipantId participant, Recipient recipient, Instant at) {
        rows.change(
                """
                INSERT INTO recipient_notice (id, project_id, participant_id, recipient, code, how, ended_at)
                SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM recipient_notice n
                    WHERE n.participant_id = ? AND n.code = ? AND n.confirmed_at IS NULL)
                ON CONFLICT DO NOTHING""",
                UUID.randomUUID(),
                project.value(),
                participant.value(),
                recipient.name(),
                recipient.code(),
                ConsentState.REVOKED.name(),
                at,
                participant.value(),
                recipient.code());
    }

    /** Who of a project ever said yes to sharing with somebody. */
    List<ParticipantId> whoShared(ProjectId project) {
        return rows.list(
                """
                SELECT DISTINCT c.participant_id FROM consent c JOIN consent_decision d ON d.consent_id = c.id
                WHERE c.project_id = ? AND d.item LIKE 'SHARE_PLAN/%' AND d.given ORDER BY c.participant_id""", row -> new ParticipantId(Objects.requireNonNull(row.getObject(1, UUID.class))), project.value());
    }

    /** The items of sharing that the person ever said yes to. */
    Set<ConsentItem> sharedOf(ParticipantId participant) {
        return Set.copyOf(rows.list(
                """
                SELECT DISTINCT ON (d.item) d.item, d.counterpart
                FROM consent c JOIN consent_decision d ON d.consent_id = c.id
                WHERE c.participant_id = ? AND d.item LIKE 'SHARE_PLAN/%' AND d.given""",
                row -> ConsentItem.fromStored(row.getString("item"), row.getString("counterpart")),
                participant.value()));
    }

    /** The notices that wait about this person, or about anybody in the project. */
    Set<UUID> waitingAbout(ProjectId project, @Nullable ParticipantId participant) {
        UUID person = participant == null ? null : participant.value();
        return Set.copyOf(rows.list(
                """
                SELECT id FROM recipient_notice WHERE project_id = ? AND confirmed_at IS NULL
                AND participant_id IS NOT NULL AND (?::uuid IS NULL OR participant_id = ?::uuid)""", row -> Objects.requireNonNull(row.getObject(1, UUID.class)), project.value(), person, person));
    }

    /** The recipients of these notices who have not confirmed, by name. */
    List<RecipientsToTell.Unconfirmed> unconfirmed(Collection<UUID> ids) {
        String all = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return rows.list(
                """
                SELECT recipient, count(*) FROM recipient_notice
                WHERE id = ANY (string_to_array(?, ',')::uuid[]) AND confirmed_at IS NULL
                GROUP BY recipient ORDER BY recipient""",
                row -> new RecipientsToTell.Unconfirmed(Objects.requireNonNull(row.getString(1)), row.getLong(2)),
                all);
    }

    /** Those of a project that wait, the oldest first. */
    public Page<RecipientNotice> waiting(ProjectId project, PageRequest request) {
        String where = " WHERE n.project_id = ? AND n.confirmed_at IS NULL";
        long total = rows.number("SELECT count(*) FROM recipient_notice n" + where, project.value());
        return new Page<>(
                rows.list(
                        ALL + where + " ORDER BY n.ended_at, n.id LIMIT ? OFFSET ?",
                        Notices::read,
                        project.value(),
                        request.size(),
                        request.offset()),
                request.page(),
                request.size(),
                total);
    }

    /** Those about this person, the newest first. */
    public List<RecipientNotice> of(ParticipantId participant) {
        return rows.list(
                ALL + " WHERE n.participant_id = ? ORDER BY n.ended_at DESC, n.recipient",
                Notices::read,
                participant.value());
    }

    public Optional<RecipientNotice> find(NoticeId id) {
        return rows.list(ALL + " WHERE n.id = ?", Notices::read, id.value()).stream()
                .findFirst();
    }

    /** Does nothing to one that is confirmed. */
    public void confirm(NoticeId id, Instant at, String by) {
        rows.change(
                "UPDATE recipient_notice SET confirmed_at = ?, confirmed_by = ? WHERE id = ? AND confirmed_at IS NULL",
                at,
                by,
                id.value());
    }

    private static RecipientNotice read(ResultSet row) throws SQLException {
        @Nullable UUID participant = row.getObject("participant_id", UUID.class);
        return new RecipientNotice(
                new NoticeId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                new ProjectId(Objects.requireNonNull(row.getObject("project_id", UUID.class))),
                participant == null ? null : new ParticipantId(participant),
                row.getString("pseudonym"),
                Objects.requireNonNull(row.getString("recipient")),
                Objects.requireNonNull(row.getString("code")),
                ConsentState.valueOf(row.getString("how")),
                Objects.requireNonNull(moment(row, "ended_at")),
                moment(row, "confirmed_at"),
                row.getString("confirmed_by"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
