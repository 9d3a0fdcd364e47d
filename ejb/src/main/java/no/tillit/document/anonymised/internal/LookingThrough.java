package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import no.tillit.document.FileWords;
import no.tillit.document.anonymised.StillPersonal;
import no.tillit.document.internal.Documents;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.TracesOfPeople;
import no.tillit.participant.TracesOfPeople.Trace;

/** A program looks for what points to a participant; the rest is for eyes. It says what it found, and never whom. */
@ApplicationScoped
public class LookingThrough {
    @Inject
    private Documents documents;

    @Inject
    private TracesOfPeople traces;

    /**
     * That nothing in it points to a participant of its project as the project is now.
     *
     * @throws StillPersonal when something does
     */
    public void through(Material material, FileWords words) {
        String text = words.text();
        if (text == null) {
            throw StillPersonal.notReadable();
        }
        Set<Trace> inName = traces.in(material.project(), words.fileName());
        Set<Trace> inText = traces.in(material.project(), text);
        if (inName.contains(Trace.PSEUDONYM)) {
            throw StillPersonal.pseudonymInName();
        }
        if (inText.contains(Trace.PSEUDONYM)) {
            throw StillPersonal.pseudonymInText();
        }
        if (inName.contains(Trace.NATIONAL_ID) || inText.contains(Trace.NATIONAL_ID)) {
            throw StillPersonal.nationalIdInText();
        }
        if (inName.contains(Trace.PARTICIPANT_ID)
                || inText.contains(Trace.PARTICIPANT_ID)
                || namesRecord(material.project(), words.fileName())
                || namesRecord(material.project(), text)) {
            throw StillPersonal.recordInText();
        }
    }

    private boolean namesRecord(ProjectId project, String text) {
        return documents.areAnyOf(project, TracesOfPeople.idsIn(text));
    }
}
