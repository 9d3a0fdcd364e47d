package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * What the gate has to know about a person, in one journey to the database and back: it is asked in every use of personal data.
 *
 * <p>Two statements travel together. The first holds the person and waits for whoever is changing them; the second begins when it
 * has them, and so sees what that change has left (ADR 0034). One statement would see what was there before it waited.
 */
@ApplicationScoped
public class AtTheGate {
    private static final String HOLD =
            "SELECT project_id, sample_id, legal_basis, state FROM participant WHERE id = ? FOR SHARE";

    static final String FACTS = Histories.FACTS + """

            UNION ALL
            SELECT 'PROJECT', NULL, p.ends_on, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM project p WHERE p.id = (SELECT q.project_id FROM participant q WHERE q.id = ?)""";

    private static final String HOLD_AND_READ = HOLD + ";\n" + FACTS;

    @Inject
    private Rows rows;

    /**
     * Somebody who is held for use until the transaction ends.
     *
     * @param endsOn the last day on which their data may be processed
     * @param history of the items that were asked about
     */
    public record Person(
            ParticipantId id,
            ProjectId project,
            UUID sample,
            LegalBasis legalBasis,
            ParticipantState state,
            LocalDate endsOn,
            ConsentHistory history) {}

    /**
     * Holds all of them; until the transaction ends nobody can block, withdraw or erase them.
     *
     * @return in {@link Participants#LOCKING_ORDER}
     * @throws NotFound when one of them is absent or erased
     */
    public List<Person> hold(Collection<ParticipantId> people, Set<ConsentItem> items) {
        var ordered = new TreeSet<>(Participants.LOCKING_ORDER);
        ordered.addAll(people);
        return rows.ask(connection -> {
            List<Person> held = new ArrayList<>();
            for (ParticipantId id : ordered) {
                held.add(hold(connection, id, items).orElseThrow(NotFound::new));
            }
            return held;
        });
    }

    /** The same of one person, on a connection in whose transaction they stay held; empty when absent or erased. */
    public static Optional<Person> hold(Connection connection, ParticipantId id, Set<ConsentItem> items)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HOLD_AND_READ)) {
            var names = connection.createArrayOf("text", namesOf(items));
            select.setObject(1, id.value());
            select.setObject(2, id.value());
            select.setArray(3, names);
            select.setObject(4, id.value());
            select.setArray(5, names);
            select.setObject(6, id.value());
            select.setObject(7, id.value());
            select.execute();
            try (ResultSet person = select.getResultSet()) {
                if (!person.next() || isErased(person)) {
                    return Optional.empty();
                }
                var project = new ProjectId(person.getObject("project_id", UUID.class));
                UUID sample = person.getObject("sample_id", UUID.class);
                LegalBasis basis = LegalBasis.valueOf(person.getString("legal_basis"));
                ParticipantState state = ParticipantState.valueOf(person.getString("state"));
                return history(select)
                        .map(known -> new Person(id, project, sample, basis, state, known.endsOn(), known));
            }
        }
    }

    private static boolean isErased(ResultSet person) throws SQLException {
        return ParticipantState.ERASED.name().equals(person.getString("state"));
    }

    private static Optional<ConsentHistory> history(PreparedStatement select) throws SQLException {
        select.getMoreResults();
        var facts = new Histories.Facts();
        @Nullable LocalDate endsOn = null;
        try (ResultSet row = Objects.requireNonNull(select.getResultSet())) {
            while (row.next()) {
                if ("PROJECT".equals(row.getString("kind"))) {
                    endsOn = Rows.day(row, "day");
                } else {
                    facts.add(row);
                }
            }
        }
        return Optional.ofNullable(endsOn).map(facts::toHistory);
    }

    /** An item that names somebody also ends with the general one of its kind. */
    private static Object[] namesOf(Set<ConsentItem> items) {
        return items.stream()
                .flatMap(item -> Stream.of(item, item.general()))
                .map(ConsentItem::stored)
                .distinct()
                .toArray();
    }
}
