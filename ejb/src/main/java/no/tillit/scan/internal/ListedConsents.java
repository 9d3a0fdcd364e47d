package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.NewConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PaperForms;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.participant.Pseudonym;
import no.tillit.scan.ScanMatch;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.internal.CsvRows.Row;

/**
 * Rows of a list of consents, as they are meant: {@code participant} (a pseudonym), {@code signed} (a day), {@code language},
 * {@code version} (the code at the foot of our form, empty for another form), {@code form} (the other form's name), {@code
 * number} (of a form of ours), {@code scan} (the name of an uploaded file), and a column for each item with yes or no.
 */
@ApplicationScoped
public class ListedConsents {
    private static final Set<String> COLUMNS =
            Set.of("participant", "signed", "language", "version", "form", "number", "scan");
    private static final Set<String> YES = Set.of("yes", "ja", "1", "x");
    private static final Set<String> NO = Set.of("no", "nei", "0", "-");
    private static final DateTimeFormatter NORWEGIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Inject
    private Participants participants;

    @Inject
    private PaperForms papers;

    @Inject
    private Scans scans;

    @Inject
    private Summaries summaries;

    /** A row of the file. */
    public record Listed(int line, String pseudonym, String scan, Row row) {}

    /** @throws InvalidInput when the list as a whole cannot be read */
    public List<Listed> rows(String csv) {
        return CsvRows.read(csv).stream()
                .map(row -> new Listed(row.line(), row.cell("participant"), row.cell("scan"), row))
                .toList();
    }

    /** What the row says. */
    public ScanMatch read(ProjectId project, Listed listed) {
        Row row = listed.row();
        ParticipantRef person =
                participants.named(project, new Pseudonym(listed.pseudonym())).orElseThrow(NotFound::new);
        Map<String, Boolean> answers = new HashMap<>();
        row.cells().forEach((name, said) -> {
            if (!COLUMNS.contains(name)) {
                answers.put(name, yes(name, said));
            }
        });
        LocalDate signed = day(row.cell("signed"));
        String language = row.cell("language").isEmpty() ? "nb" : row.cell("language");
        String code = row.cell("version");
        if (code.isEmpty()) {
            return new ScanMatch(person.id(), null, other(row, answers, signed, language));
        }
        TemplateVersionId version = papers.version(project, code)
                .orElseThrow(() -> new InvalidInput("version-unknown", "version", "The project has no such version."));
        return new ScanMatch(
                person.id(),
                new AnsweredForm(version, signed, FormLanguage.of(language), byCode(answers), row.cell("number")),
                null);
    }

    /** The scanned forms that are open, by the name of the file in which they came alone. */
    public Map<String, ScannedFormId> openByFileName(ProjectId project) {
        Map<String, ScannedFormId> byName = new HashMap<>();
        scans.allBatches(project).toList().forEach(batch -> {
            List<Form> open = scans.formsOf(batch).stream()
                    .filter(form -> form.state() != ScannedFormState.MATCHED)
                    .toList();
            if (open.size() == 1) {
                byName.put(summaries.nameOf(batch), open.get(0).formId());
            }
        });
        return byName;
    }

    /** The answers to a form of ours, by the codes of its items. */
    private static Map<String, Boolean> byCode(Map<String, Boolean> answers) {
        Map<String, Boolean> byCode = new HashMap<>();
        ConsentItem.byItem("csv", answers).forEach((item, given) -> byCode.put(item.code(), given));
        return byCode;
    }

    private static NewConsent other(Row row, Map<String, Boolean> answers, LocalDate signed, String language) {
        String form = row.cell("form");
        return NewConsent.of(
                signed,
                ConsentItem.byItem("csv", answers),
                CaptureMethod.PAPER,
                language,
                form.isEmpty() ? null : form);
    }

    private static boolean yes(String column, String said) {
        String small = said.toLowerCase(Locale.ROOT);
        if (YES.contains(small)) {
            return true;
        }
        if (NO.contains(small)) {
            return false;
        }
        throw new InvalidInput("answer-unreadable", column, "Write yes or no, or leave the cell empty.");
    }

    private static LocalDate day(String said) {
        return parsed(said, DateTimeFormatter.ISO_LOCAL_DATE)
                .or(() -> parsed(said, NORWEGIAN))
                .orElseThrow(() -> new InvalidInput("date-malformed", "signed", "Write the date as year-month-day."));
    }

    private static Optional<LocalDate> parsed(String said, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(said, form));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
