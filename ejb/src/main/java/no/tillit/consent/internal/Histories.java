package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.EndedBy;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.Verdict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** Reads all that decides about a person's consent in one statement over indexes that begin with the participant. */
@ApplicationScoped
public class Histories {
    static final String FACTS = """
            SELECT 'FORM' AS kind, c.id AS form, c.signed_on AS day, c.captured_at AS at, c.captured_by AS who,
                   d.item AS item, d.given AS yes, d.valid_until AS until, d.counterpart AS word, NULL AS checked
            FROM consent c JOIN consent_decision d ON d.consent_id = c.id AND d.participant_id = c.participant_id
            WHERE c.participant_id = ? AND d.item = ANY (?)
            UNION ALL
            SELECT 'END', NULL, NULL, w.at, w.recorded_by, w.item, NULL, NULL, w.ended_by, NULL
            FROM consent_withdrawal w WHERE w.participant_id = ? AND w.item = ANY (?)
            UNION ALL
            SELECT 'VERDICT', v.consent_id, NULL, v.at, v.recorded_by, NULL, v.overturns, NULL, v.reason,
                   CASE WHEN v.kind = 'CHECK'
                        THEN concat(v.legible::int, v.complete::int, v.signed::int, v.dated::int) END
            FROM consent_verdict v WHERE v.participant_id = ?""";

    private static final String ALL_FACTS = FACTS.replaceAll(" AND [dw]\\.item = ANY \\(\\?\\)", "");

    @Inject
    private Rows rows;

    ConsentHistory of(ParticipantId participant, LocalDate endsOn) {
        UUID id = participant.value();
        var facts = new Facts();
        rows.list(ALL_FACTS, facts::add, id, id, id);
        return facts.toHistory(endsOn);
    }

    /** The rows of one person, put together again. */
    static final class Facts {
        private final Map<UUID, SignedForm> sheets = new LinkedHashMap<>();
        private final Map<UUID, Map<ConsentItem, Answer>> answers = new LinkedHashMap<>();
        private final List<TakenBack> ends = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();

        boolean add(ResultSet row) throws SQLException {
            return switch (row.getString("kind")) {
                case "FORM" -> addAnswer(row);
                case "END" ->
                    ends.add(new TakenBack(
                            ConsentItem.fromStored(row.getString("item"), null),
                            Rows.moment(row, "at"),
                            row.getString("who"),
                            EndedBy.valueOf(row.getString("word"))));
                default -> verdicts.add(verdict(row));
            };
        }

        private boolean addAnswer(ResultSet row) throws SQLException {
            UUID form = row.getObject("form", UUID.class);
            if (!sheets.containsKey(form)) {
                sheets.put(
                        form,
                        new SignedForm(
                                new ConsentId(form),
                                Objects.requireNonNull(Rows.day(row, "day")),
                                Rows.moment(row, "at"),
                                row.getString("who"),
                                Map.of()));
            }
            answers.computeIfAbsent(form, id -> new TreeMap<>())
                    .put(
                            ConsentItem.fromStored(row.getString("item"), row.getString("word")),
                            new Answer(row.getBoolean("yes"), Rows.day(row, "until")));
            return true;
        }

        ConsentHistory toHistory(LocalDate endsOn) {
            List<SignedForm> forms = sheets.entrySet().stream()
                    .map(sheet -> sheet.getValue().answering(Objects.requireNonNull(answers.get(sheet.getKey()))))
                    .toList();
            var history = new ConsentHistory(forms, ends, verdicts, endsOn);
            return new ConsentHistory(
                    forms,
                    ends.stream()
                            .map(end -> end.of(history.asSigned(end.item())))
                            .toList(),
                    verdicts,
                    endsOn);
        }

        private static Verdict verdict(ResultSet row) throws SQLException {
            String reason = row.getString("word");
            return new Verdict(
                    new ConsentId(row.getObject("form", UUID.class)),
                    Rows.moment(row, "at"),
                    row.getString("who"),
                    questions(row.getString("checked")),
                    reason == null ? null : InvalidReason.valueOf(reason),
                    row.getBoolean("yes"));
        }

        private static Verdict.@Nullable Questions questions(@Nullable String checked) {
            return checked == null
                    ? null
                    : new Verdict.Questions(
                            checked.charAt(0) == '1',
                            checked.charAt(1) == '1',
                            checked.charAt(2) == '1',
                            checked.charAt(3) == '1');
        }
    }
}
