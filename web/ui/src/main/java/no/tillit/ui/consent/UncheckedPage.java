package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.CheckingConsent;
import no.tillit.consent.UncheckedConsent;
import no.tillit.kernel.Page;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The chosen project's forms on paper that wait for a second person, the oldest first. */
@Named
@RequestScoped
public class UncheckedPage {
    @Inject
    private CheckingConsent checking;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<UncheckedConsent> page;

    public Page<UncheckedConsent> getPage() {
        Page<UncheckedConsent> read =
                page == null ? checking.waiting(chosen.require(), table.request(), visitor.getPurpose()) : page;
        page = read;
        return read;
    }

    /** Whether the visitor may check forms here. */
    public boolean isChecker() {
        return access.ownPurpose(Action.CHECK_CONSENT, chosen.require()).isPresent();
    }
}
