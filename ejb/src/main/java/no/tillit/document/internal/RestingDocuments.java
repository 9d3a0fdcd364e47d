package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.consent.RestingData;
import no.tillit.document.DocumentType;
import no.tillit.kernel.ParticipantId;

/** How many documents of each kind there are about a participant. */
@ApplicationScoped
public class RestingDocuments implements RestingData {
    @PersistenceContext
    private EntityManager entities;

    @Override
    public Stream<Resting> of(ParticipantId participant) {
        List<Object[]> counted = entities.createQuery("""
                        SELECT d.type, (SELECT COUNT(x) FROM Document e JOIN e.shares x WHERE e = d)
                        FROM Document d JOIN d.shares s WHERE s.subject = :participant""", Object[].class)
                .setParameter("participant", participant.value())
                .getResultList();
        Map<Kind, Long> byKind = counted.stream()
                .collect(Collectors.groupingBy(
                        row -> new Kind((DocumentType) row[0], (Long) row[1] > 1), Collectors.counting()));
        return byKind.entrySet().stream().map(each -> resting(each.getKey(), each.getValue()));
    }

    private record Kind(DocumentType type, boolean group) {}

    private static Resting resting(Kind kind, long records) {
        return new Resting(
                kind.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind.type().restsOn(),
                kind.type().isBoundByArchiveLaw(),
                kind.group(),
                records);
    }
}
