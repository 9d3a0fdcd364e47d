package no.tillit.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.access.RecordClosed;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.project.internal.Project;
import no.tillit.project.internal.Projects;

/** What a project's approval covers, asked by every feature before it stores something (O-01, O-09). */
@ApplicationScoped
public class Approvals {
    @Inject
    private Projects projects;

    @Inject
    private Clock clock;

    /**
     * A sample of the approval.
     *
     * @throws InvalidInput when the approval has no such sample
     */
    public ApprovedSample sample(ProjectId project, UUID sample) {
        return approved(project).samples().stream()
                .filter(s -> s.id().equals(sample))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "sample-unknown", "sampleId", "The approval of this project has no such sample."));
    }

    /** The day of the assessment. */
    public LocalDate assessedOn(ProjectId project) {
        return approved(project).assessedOn();
    }

    /** The last day on which personal data may be processed. */
    public LocalDate endsOn(ProjectId project) {
        return approved(project).endsOn();
    }

    /** Whether that day is over. */
    public boolean isOver(ProjectId project) {
        return clock.today().isAfter(endsOn(project));
    }

    /** The project's name. */
    public String name(ProjectId project) {
        return approved(project).name();
    }

    /** All that the approval covers. */
    public ApprovalFacts facts(ProjectId project) {
        return approved(project).toFacts();
    }

    /**
     * For what rests on the approval itself; use cases get this from their permission.
     *
     * @throws RecordClosed from the day after the end date
     */
    public void requireOpen(ProjectId project) {
        if (isOver(project)) {
            throw RecordClosed.ended();
        }
    }

    /** @throws NotApproved with code {@code category-not-approved} */
    public void requireCategory(ProjectId project, DataCategory category) {
        if (!approved(project).categories().contains(category)) {
            throw new NotApproved(
                    "category-not-approved",
                    "The approval does not cover this kind of data (" + category
                            + "). Report a change and wait for its assessment before you store it.");
        }
    }

    /** @throws NotApproved with code {@code method-not-approved} */
    public void requireMethod(ProjectId project, Method method) {
        if (!approved(project).methods().contains(method)) {
            throw new NotApproved(
                    "method-not-approved",
                    "The approval does not cover this method (" + method
                            + "). Report a change and wait for its assessment before you use it.");
        }
    }

    /**
     * That data of a sample may still rest on this basis, without the person's consent.
     *
     * @throws NotApproved with code {@code basis-not-approved}
     */
    public void requireBasis(ProjectId project, UUID sample, LegalBasis basis) {
        boolean covered =
                approved(project).samples().stream().anyMatch(s -> s.id().equals(sample) && s.legalBasis() == basis);
        if (!covered) {
            throw new NotApproved(
                    "basis-not-approved",
                    "The approval does not name this legal basis for the sample any more (" + basis
                            + "). What rested on it needs another basis before it is used.");
        }
    }

    private Project approved(ProjectId project) {
        return projects.find(project).orElseThrow(NotFound::new);
    }
}
