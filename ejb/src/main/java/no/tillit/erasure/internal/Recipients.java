package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.RecipientsToTell;
import no.tillit.erasure.RecipientsToTell.Unconfirmed;
import no.tillit.kernel.Rows;

/** Whom deletions have to be told to: written down as they begin, since the notices forget the person with the person. */
@ApplicationScoped
public class Recipients {
    @Inject
    private Instance<RecipientsToTell> contributed;

    @Inject
    private Rows rows;

    /** Keeps what waits in this scope. Does nothing the second time. */
    public void note(DeletionJobSummary job, ErasureScope scope) {
        Set<UUID> notices =
                contributed.stream().flatMap(each -> each.begin(scope).stream()).collect(Collectors.toSet());
        rows.changeAll(
                "INSERT INTO deletion_recipient (job_id, project_id, notice_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                notices.stream()
                        .map(notice ->
                                new Object[] {job.id().value(), job.project().value(), notice})
                        .toList());
    }

    /** Who has not confirmed by now. */
    public List<Unconfirmed> unconfirmed(DeletionJobSummary job) {
        List<UUID> notices = rows.list(
                "SELECT notice_id FROM deletion_recipient WHERE job_id = ?",
                row -> row.getObject(1, UUID.class),
                job.id().value());
        return notices.isEmpty()
                ? List.of()
                : contributed.stream()
                        .flatMap(each -> each.unconfirmed(notices).stream())
                        .toList();
    }
}
