package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.scan.ScanBatchSummary;
import no.tillit.scan.ScannedFormDetails;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.ScannedPage;
import org.jspecify.annotations.Nullable;

/** What lists and pages are told of scans. */
@ApplicationScoped
public class Summaries {
    /** How long a scan may lie unmatched before it is told. */
    public static final Duration LONGEST = Duration.ofDays(30);

    @Inject
    private Scans scans;

    @Inject
    private Participants participants;

    @Inject
    private FieldCipher fields;

    @Inject
    private Ocr ocr;

    @Inject
    private Clock clock;

    byte[] sealName(SubjectId project, UUID batch, String name) {
        return fields.encrypt(project, place(batch), name);
    }

    public ScanBatchSummary of(Batch batch) {
        return batch.toSummary(nameOf(batch));
    }

    /** The name under which the file was sent; empty when its key is gone. */
    public String nameOf(Batch batch) {
        try {
            return fields.decrypt(SubjectId.of(batch.project()), place(batch.id()), batch.fileName());
        } catch (KeyDestroyed erased) {
            return "";
        }
    }

    public ScannedFormSummary of(Form form) {
        return of(List.of(form)).get(0);
    }

    public List<ScannedFormSummary> of(List<Form> forms) {
        if (forms.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> pages = scans.countPages(forms);
        Map<ParticipantId, ParticipantRef> people = participants.refs(
                forms.stream().map(Form::participant).filter(Objects::nonNull).toList());
        return forms.stream()
                .map(form -> of(form, pages.getOrDefault(form.id(), 0L).intValue(), people))
                .toList();
    }

    public ScannedFormDetails details(Form form) {
        List<ScannedPage> pages = new ArrayList<>();
        for (PageRow page : scans.pagesOf(form)) {
            pages.add(page.toPage(pages.size() + 1));
        }
        return new ScannedFormDetails(
                of(form), pages, form.hintedOn(), form.isLooked(), ocr.isThere(), form.pagesPrinted(), form.formPage());
    }

    private ScannedFormSummary of(Form form, int pages, Map<ParticipantId, ParticipantRef> people) {
        @Nullable ParticipantId whose = form.participant();
        @Nullable ParticipantRef person = whose == null ? null : people.get(whose);
        boolean open = form.state() == ScannedFormState.PROPOSED || form.state() == ScannedFormState.BY_HAND;
        return new ScannedFormSummary(
                form.formId(),
                form.project(),
                form.state(),
                form.reason(),
                form.version(),
                form.language(),
                form.number(),
                whose,
                person == null ? null : person.pseudonym().value(),
                pages,
                form.receivedAt(),
                form.receivedBy(),
                open && form.receivedAt().isBefore(clock.now().minus(LONGEST)),
                form.batch(),
                form.consent());
    }

    private static FieldContext place(UUID batch) {
        return new FieldContext("scan_batch", "file_name", batch);
    }
}
