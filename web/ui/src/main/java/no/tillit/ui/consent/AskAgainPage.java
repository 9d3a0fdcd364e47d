package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.consent.template.AskedAgain;
import no.tillit.consent.template.AskingAgain;
import no.tillit.kernel.Page;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Who signed an earlier version of a form and has not answered the new one yet. */
@Named
@RequestScoped
public class AskAgainPage {
    @Inject
    private AskingAgain asking;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<AskedAgain> page;

    public Page<AskedAgain> getPage() {
        Page<AskedAgain> read =
                page == null ? asking.page(chosen.require(), table.request(), visitor.getPurpose()) : page;
        page = read;
        return read;
    }

    /** Whether the person prints forms and records answers, rather than watches. */
    public boolean isAsking() {
        return visitor.is("researcher caseworker");
    }
}
