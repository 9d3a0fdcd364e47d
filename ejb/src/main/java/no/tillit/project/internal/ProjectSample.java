package no.tillit.project.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import no.tillit.project.ApprovedSample;
import no.tillit.project.LegalBasis;
import no.tillit.project.NewSample;

/** A sample keeps its number and id for as long as the project stands. */
@Embeddable
public class ProjectSample {
    @Column(name = "id")
    private UUID id;

    @Column(name = "number")
    private int number;

    @Column(name = "name")
    private String name;

    @Column(name = "legal_basis")
    @Enumerated(EnumType.STRING)
    private LegalBasis legalBasis;

    @Column(name = "confidentiality")
    private boolean confidentiality;

    @SuppressWarnings("NullAway.Init")
    protected ProjectSample() {}

    ProjectSample(int number, NewSample sample) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.name = sample.name();
        this.legalBasis = sample.legalBasis();
        this.confidentiality = sample.confidentiality();
    }

    ApprovedSample toApproved() {
        return new ApprovedSample(id, number, name, legalBasis, confidentiality);
    }
}
