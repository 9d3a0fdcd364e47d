package no.tillit.ui.project;

import java.io.Serializable;
import no.tillit.project.LegalBasis;
import no.tillit.project.NewSample;

/** One sample as it is being typed. */
public class SampleRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private LegalBasis legalBasis = LegalBasis.CONSENT;
    private boolean confidentiality;

    NewSample toSample() {
        return new NewSample(name, legalBasis, confidentiality);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LegalBasis getLegalBasis() {
        return legalBasis;
    }

    public void setLegalBasis(LegalBasis legalBasis) {
        this.legalBasis = legalBasis;
    }

    public boolean isConfidentiality() {
        return confidentiality;
    }

    public void setConfidentiality(boolean confidentiality) {
        this.confidentiality = confidentiality;
    }
}
