package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import no.tillit.consent.template.AskedAgain;
import no.tillit.consent.template.TemplateId;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.Pseudonym;

/** Who has signed a version since which another was published that asks them again; found, sorted and cut by the database. */
@ApplicationScoped
public class Unanswered {
    /** The newest version each one signed of each template, where a newer one asks those who answered as they did. */
    private static final String ASKED = """
             FROM (SELECT DISTINCT ON (c.participant_id, v.template_id)
                          c.participant_id, v.template_id, v.number, c.version_id
                   FROM consent c JOIN consent_template_version v ON v.id = c.version_id
                   WHERE c.project_id = :project
                   ORDER BY c.participant_id, v.template_id, v.number DESC) signed
             JOIN participant p ON p.id = signed.participant_id AND p.state = 'ACTIVE'
             JOIN consent_template t ON t.id = signed.template_id
             CROSS JOIN LATERAL (
                   SELECT v.id, v.number FROM consent_template_version v
                   WHERE v.template_id = signed.template_id AND v.state = 'PUBLISHED'
                   ORDER BY v.number DESC LIMIT 1) newest
             WHERE EXISTS (
                   SELECT 1 FROM consent_template_version asking
                   WHERE asking.template_id = signed.template_id AND asking.state = 'PUBLISHED'
                     AND asking.number > signed.number
                     AND (asking.reask = 'EVERYONE' OR asking.reask = 'ANSWERED' AND EXISTS (
                          SELECT 1 FROM consent c JOIN consent_decision d ON d.consent_id = c.id
                          WHERE c.participant_id = signed.participant_id AND c.version_id = signed.version_id
                            AND split_part(d.item, '/', 1) = ANY (string_to_array(asking.reask_items, ' ')))))""";

    @PersistenceContext
    private EntityManager entities;

    /** One page, by pseudonym and template. */
    public Page<AskedAgain> page(ProjectId project, PageRequest request) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT p.id, p.pseudonym, t.id, t.name, signed.number, newest.id, newest.number " + ASKED
                                + " ORDER BY p.pseudonym, t.name",
                        Object[].class)
                .setParameter("project", project.value())
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        Object total = entities.createNativeQuery("SELECT count(*) " + ASKED, Long.class)
                .setParameter("project", project.value())
                .getSingleResult();
        return new Page<>(
                rows.stream().map(row -> asked((Object[]) row)).toList(),
                request.page(),
                request.size(),
                ((Number) total).longValue());
    }

    private static AskedAgain asked(Object[] row) {
        return new AskedAgain(
                new ParticipantId((UUID) row[0]),
                new Pseudonym((String) row[1]),
                new TemplateId((UUID) row[2]),
                (String) row[3],
                ((Number) row[4]).intValue(),
                new TemplateVersionId((UUID) row[5]),
                ((Number) row[6]).intValue());
    }
}
