package no.tillit.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntries;
import no.tillit.audit.ManyPeople;
import no.tillit.kernel.Clock;

/**
 * Whoever oversees is shown, without searching for it, who took out or read about many people in a day: what one member may do
 * alone leaves nobody unaware of it. Names nobody but those who did it.
 */
@Stateless
@RolesAllowed({Role.Names.AUDITOR, Role.Names.PRIVACY_OFFICER})
public class WatchingVolumes {
    /** More people than this in a day are shown. */
    public static final int MANY = 50;

    private static final int DAYS = 14;

    private static final List<String> WATCHED = Stream.of(
                    Action.EXPORT_CONSENTS,
                    Action.READ_CONTACT,
                    Action.READ_CONSENT_EVIDENCE,
                    Action.READ_SCAN,
                    Action.READ_SCANNED_FORM,
                    Action.READ_TRANSCRIPT,
                    Action.READ_RESEARCH_CONTENT,
                    Action.READ_CASE_CONTENT)
            .map(Action::auditName)
            .distinct()
            .toList();

    @Inject
    private AuditEntries entries;

    @Inject
    private Clock clock;

    /** Those of the last two weeks, newest first. */
    public List<ManyPeople> latest() {
        return entries.manyPeople(WATCHED, clock.today().minusDays(DAYS), MANY);
    }
}
