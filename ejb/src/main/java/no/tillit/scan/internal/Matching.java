package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.tillit.consent.ConsentId;
import no.tillit.consent.Consents;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.participant.Participants;
import no.tillit.scan.ByHand;
import no.tillit.scan.ScanMatch;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.internal.ScannedEvidence.Picture;
import no.tillit.storage.ContentRole;

/** What happens to a scanned form while it is matched. */
@ApplicationScoped
public class Matching {
    @Inject
    private Scans scans;

    @Inject
    private Settling settling;

    @Inject
    private Summaries summaries;

    @Inject
    private Contents contents;

    @Inject
    private Participants participants;

    @Inject
    private Consents consents;

    @Inject
    private Alone alone;

    @Inject
    private Clock clock;

    public ProjectId projectOf(ScannedFormId id) {
        return form(id).project();
    }

    public ScannedFormSummary summary(ScannedFormId id) {
        return summaries.of(form(id));
    }

    /** Whether its consent has been recorded; until the transaction ends nobody else can record it. */
    public boolean isRecorded(ScannedFormId id) {
        return scans.holdForm(id.value()).orElseThrow(NotFound::new).isDone();
    }

    /**
     * What was read, with the number that is printed on the form.
     *
     * @throws Conflict when the form cannot be matched as it is
     */
    public ScanMatch withNumber(ScannedFormId id, ScanMatch read) {
        Form form = form(id);
        settling.settle(form);
        if (form.reason() == ByHand.NUMBER_USED) {
            throw new Conflict(
                    "form-number-used",
                    "A form with this number has been recorded already. Two signatures need two forms: print a new one.");
        }
        if (form.reason() == ByHand.PAGES_TWICE) {
            throw new Conflict(
                    "scan-pages-twice", "A page is there twice. Look which one is meant, and throw the other away.");
        }
        if (!participants.ref(read.participant()).project().equals(form.project())) {
            throw new NotFound();
        }
        AnsweredForm ours = read.ours();
        String number = form.isNumberKnown() ? form.number() : null;
        if (ours == null || number == null) {
            return read;
        }
        return new ScanMatch(
                read.participant(),
                new AnsweredForm(ours.version(), ours.signedOn(), ours.language(), ours.answers(), number),
                null);
    }

    /** The consent is recorded; the scan is next. */
    public void recorded(ScannedFormId id, ScanMatch read, ConsentId consent, String by) {
        AnsweredForm ours = read.ours();
        form(id).attach(read.participant(), consent, ours == null ? null : ours.version(), clock.now(), by);
    }

    /** Whether the proof has been attached, by this scan: an earlier attempt may have come that far. */
    public boolean isProven(ScannedFormId id, ConsentId consent) {
        return consents.hasEvidence(consent) && form(id).consent() != null;
    }

    /** All pages that have a picture, as one PDF. */
    public byte[] evidence(ScannedFormId id) {
        List<Picture> pictures = new ArrayList<>();
        for (PageRow page : alone.call(() -> scans.pagesOf(form(id)))) {
            SealedColumns picture = page.picture();
            if (picture != null) {
                pictures.add(new Picture(read(page, picture), page.width(), page.height(), page.turned()));
            }
        }
        if (pictures.isEmpty()) {
            throw new Conflict("scan-unreadable", "No page of this scan can be read. Scan the form again.");
        }
        return ScannedEvidence.pdf(pictures);
    }

    /** From now on the person's key opens the pictures, and no other: they go with the person. */
    public void sealForPerson(ScannedFormId id) {
        Form form = alone.call(() -> form(id));
        SubjectId owner = SubjectId.of(Objects.requireNonNull(form.participant()));
        for (PageRow page : alone.call(() -> scans.pagesOf(form(id)))) {
            SealedColumns old = page.picture();
            if (old != null && !old.subject().equals(owner)) {
                SealedColumns sealed = contents.write(
                        page.project(),
                        owner,
                        page.id(),
                        ContentRole.PREVIEW,
                        new ByteArrayInputStream(read(page, old)));
                alone.run(() -> {
                    contents.requireCurrent(sealed);
                    scans.page(page.id()).orElseThrow(NotFound::new).show(sealed, page.width(), page.height());
                });
                contents.delete(old);
            }
        }
    }

    /** The scan is done with; its file goes when it was the last of it. */
    public ScannedFormSummary end(ScannedFormId id) {
        Form form = scans.holdForm(id.value()).orElseThrow(NotFound::new);
        form.matched();
        scans.removeIfDone(form.batch());
        return summaries.of(form);
    }

    private byte[] read(PageRow page, SealedColumns picture) {
        try (InputStream in = contents.open(page.project(), page.id(), ContentRole.PREVIEW, picture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Form form(ScannedFormId id) {
        return scans.form(id.value()).orElseThrow(NotFound::new);
    }
}
