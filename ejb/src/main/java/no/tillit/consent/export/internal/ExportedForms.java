package no.tillit.consent.export.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ItemState;
import no.tillit.consent.Verdict;
import no.tillit.consent.export.ExportPage;
import no.tillit.consent.export.FormLine;
import no.tillit.consent.internal.ConsentForm;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.ConsentHistory;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/** Reads people one after another, so that however many there are, few are in memory. */
@ApplicationScoped
public class ExportedForms {
    private record Person(UUID id, String pseudonym) {}

    /** Some of the forms, and whose they are. */
    public record Part(ExportPage page, List<ParticipantId> people) {}

    private record Version(String template, int number, String code) {}

    @Inject
    private Rows rows;

    @Inject
    private ConsentForms forms;

    @Inject
    private Participants participants;

    @Inject
    private Clock clock;

    /** The forms of so many people after this pseudonym. */
    public Part after(ProjectId project, String pseudonym, int most) {
        List<Person> people = rows.list(
                "SELECT p.id, p.pseudonym FROM participant p WHERE p.project_id = ? AND p.state <> 'ERASED'"
                        + " AND p.pseudonym > ? AND EXISTS (SELECT 1 FROM consent c WHERE c.participant_id = p.id)"
                        + " ORDER BY p.pseudonym LIMIT ?",
                row -> new Person(row.getObject("id", UUID.class), row.getString("pseudonym")),
                project.value(),
                pseudonym,
                most);
        Map<TemplateVersionId, Version> versions = versions(project);
        List<FormLine> lines = new ArrayList<>();
        for (Person person : people) {
            add(person, versions, lines);
        }
        return new Part(
                new ExportPage(
                        lines,
                        people.size() < most
                                ? null
                                : people.get(people.size() - 1).pseudonym()),
                people.stream().map(person -> new ParticipantId(person.id())).toList());
    }

    private Map<TemplateVersionId, Version> versions(ProjectId project) {
        Map<TemplateVersionId, Version> versions = new HashMap<>();
        rows.list(
                "SELECT v.id, v.number, v.code, t.name FROM consent_template_version v"
                        + " JOIN consent_template t ON t.id = v.template_id WHERE v.project_id = ?",
                row -> versions.put(
                        new TemplateVersionId(row.getObject("id", UUID.class)),
                        new Version(row.getString("name"), row.getInt("number"), row.getString("code"))),
                project.value());
        return versions;
    }

    private void add(Person person, Map<TemplateVersionId, Version> versions, List<FormLine> lines) {
        ParticipantRef participant = participants.ref(new ParticipantId(person.id()));
        ConsentHistory history = forms.history(participant);
        LocalDate today = clock.today();
        for (ConsentForm form : forms.of(participant.id())) {
            ConsentSummary summary = form.toSummary(history, today);
            @Nullable Version version = summary.version() == null ? null : versions.get(summary.version());
            for (ItemState item : summary.items()) {
                lines.add(line(person, summary, version, item, form.toSigned().gives(item.item())));
            }
        }
    }

    private static FormLine line(
            Person person, ConsentSummary form, @Nullable Version version, ItemState item, boolean answer) {
        return new FormLine(
                person.pseudonym(),
                form.id(),
                item.item(),
                item.item().code(),
                answer,
                item.state(),
                form.signedOn(),
                form.method(),
                form.language(),
                version == null ? null : version.template(),
                version == null ? null : version.number(),
                version == null ? null : version.code(),
                form.formReference(),
                form.capturedAt(),
                form.capturedBy(),
                item.lastDay(),
                item.withdrawnAt(),
                item.endedBy(),
                checked(form.verdict()),
                form.evidence());
    }

    private static @Nullable String checked(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        return verdict.reason() == null
                ? "passed"
                : verdict.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
