package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import no.tillit.document.anonymised.MaterialNews;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.document.anonymised.ReadingMaterial;
import no.tillit.document.anonymised.VanishedDraft;
import no.tillit.kernel.PageRequest;
import no.tillit.project.ProjectSummary;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Anonymised material that waits for the person, and drafts of theirs that are gone; of more than ten projects, in the first ten. */
@Named
@RequestScoped
public class AnonymisedNews {
    private static final PageRequest FEW = new PageRequest(0, 5);

    @Inject
    private ReadingMaterial materials;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    private final List<Card> waiting = new ArrayList<>();
    private @Nullable List<String> vanished;

    /** What waits, for the list of what does. */
    void gather(List<Card> cards) {
        read();
        cards.addAll(waiting);
    }

    /** A sentence for each draft that is gone. */
    public List<String> getVanished() {
        return read();
    }

    private List<String> read() {
        List<String> told = vanished;
        if (told == null) {
            told = new ArrayList<>();
            vanished = told;
            if (visitor.is("researcher project-lead")) {
                for (ProjectSummary project : chosen.getAll().stream().limit(10).toList()) {
                    tell(project, materials.news(project.id(), FEW), told);
                }
            }
        }
        return told;
    }

    private void tell(ProjectSummary project, MaterialNews news, List<String> told) {
        news.waiting().items().forEach(material -> waiting.add(card(material, project)));
        for (VanishedDraft gone : news.vanished()) {
            told.add(say.it(
                    "start.vanished", say.moment(gone.putForwardAt()), project.name(), say.moment(gone.goneAt())));
        }
    }

    private Card card(MaterialSummary material, ProjectSummary project) {
        return new Card(
                say.text("start.material"),
                say.it(
                        "start.materialSub",
                        material.putForwardBy(),
                        say.moment(material.putForwardAt()),
                        project.name()),
                "/document/material.xhtml?id=" + material.id().value(),
                null);
    }
}
