package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.notice.NoticeId;
import no.tillit.consent.notice.NotifyingRecipients;
import no.tillit.consent.notice.RecipientNotice;
import no.tillit.kernel.Page;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Recipients of the chosen project who have to be told that a consent has ended, the longest waiting first (O-10). */
@Named
@RequestScoped
public class NoticesPage {
    @Inject
    private NotifyingRecipients notifying;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable Page<RecipientNotice> page;

    public Page<RecipientNotice> getPage() {
        Page<RecipientNotice> read =
                page == null ? notifying.waiting(chosen.require(), table.request(), visitor.getPurpose()) : page;
        page = read;
        return read;
    }

    /** Whether the visitor may confirm here. */
    public boolean isConfirmer() {
        return access.ownPurpose(Action.NOTIFY_RECIPIENT, chosen.require()).isPresent();
    }

    /** What happened, in a sentence. */
    public String tell(RecipientNotice notice) {
        String whose = notice.pseudonym() == null ? say.text("notices.erased") : notice.pseudonym();
        return say.it("notices.line", whose, say.label(notice.how()), say.moment(notice.endedAt()));
    }

    /** The recipient has been told. */
    public void confirm(NoticeId id) {
        RecipientNotice done = notifying.confirm(id, visitor.getPurpose());
        way.to("/consent/notices.xhtml?project=" + done.project().value(), "notices.done", done.recipient());
    }
}
