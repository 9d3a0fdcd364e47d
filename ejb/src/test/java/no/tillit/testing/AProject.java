package no.tillit.testing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Role;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.NewParticipant;
import no.tillit.participant.RegisteringParticipant;
import no.tillit.project.DataCategory;
import no.tillit.project.LegalBasis;
import no.tillit.project.Method;
import no.tillit.project.NewApproval;
import no.tillit.project.NewProject;
import no.tillit.project.NewSample;
import no.tillit.project.ReadingProjects;
import no.tillit.project.RegisteringProject;

/**
 * A project of its own for a test: solveig leads it, ingrid does research and jonas casework in it, both with the contact
 * register; petra does research without it. Afterwards ingrid is the caller.
 *
 * @param consenting the sample whose basis is consent
 * @param byLaw the sample whose basis is a public task
 */
public record AProject(House house, ProjectId id, UUID consenting, UUID byLaw) {
    /** The day on which the approval was assessed. */
    public static final LocalDate ASSESSED = LocalDate.of(2026, 1, 15);

    /** The last day of processing. */
    public static final LocalDate ENDS = LocalDate.of(2027, 6, 30);

    /** Registers it on the day it was assessed. */
    public static AProject in(House house) {
        var approval = new NewApproval(
                UUID.randomUUID().toString(),
                ASSESSED,
                "How a programme helps people out of prison",
                ENDS,
                24,
                List.of(
                        new NewSample("Participants", LegalBasis.CONSENT, false),
                        new NewSample("People followed up", LegalBasis.PUBLIC_TASK, false)),
                EnumSet.allOf(DataCategory.class),
                EnumSet.allOf(Method.class));
        house.on(ASSESSED).as("solveig", Role.PROJECT_LEAD);
        ProjectId id = house.doing(() ->
                house.the(RegisteringProject.class).register(new NewProject("A way out", "A university", approval)));
        house.does(() -> {
            var members = house.the(Memberships.class);
            members.put(new Membership(id, "ingrid", Role.RESEARCHER, true), "solveig");
            members.put(new Membership(id, "jonas", Role.CASEWORKER, true), "solveig");
            members.put(new Membership(id, "petra", Role.RESEARCHER, false), "solveig");
        });
        var samples =
                house.doing(() -> house.the(ReadingProjects.class).open(id).samples());
        house.as("ingrid", Role.RESEARCHER);
        return new AProject(house, id, samples.get(0).id(), samples.get(1).id());
    }

    /** Somebody new whose data rests on consent, registered by ingrid. */
    public ParticipantId aParticipant() {
        return registered(consenting);
    }

    /** Somebody new whose data rests on a public task, registered by ingrid. */
    public ParticipantId aParticipantByLaw() {
        return registered(byLaw);
    }

    private ParticipantId registered(UUID sample) {
        house.as("ingrid", Role.RESEARCHER);
        return house.doing(() -> house.the(RegisteringParticipant.class)
                        .register(id, new NewParticipant(sample), Purpose.RESEARCH))
                .id();
    }
}
