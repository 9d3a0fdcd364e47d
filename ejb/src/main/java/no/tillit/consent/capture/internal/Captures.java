package no.tillit.consent.capture.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import no.tillit.consent.capture.CaptureDetails;
import no.tillit.consent.capture.Circumstances;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.participant.ParticipantRef;
import no.tillit.seal.SealedPdf;
import org.jspecify.annotations.Nullable;

/** How consents were taken down that are not on paper. */
@ApplicationScoped
public class Captures {
    private static final String TABLE = "consent_capture";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private FieldCipher cipher;

    /** @param document the sealed one; null when the evidence is a recording */
    public void add(ConsentId consent, ParticipantRef participant, Circumstances how, @Nullable SealedPdf document) {
        SubjectId subject = SubjectId.of(participant.id());
        var hidden = new StoredCapture.Hidden(
                hide(subject, consent, "present", how.present()),
                hide(subject, consent, "reason", how.reason()),
                hide(subject, consent, "recording", how.recording()));
        var capture = new StoredCapture(consent, participant, how.signature(), hidden);
        entities.persist(document == null ? capture : capture.sealed(document, sha256(document.pdf())));
        entities.flush();
    }

    /** Whether this consent was captured here. */
    public boolean has(ConsentId consent) {
        return entities.find(StoredCapture.class, consent.value()) != null;
    }

    /** How it was taken down; empty for paper. */
    public Optional<CaptureDetails> find(ConsentId consent, CaptureMethod method) {
        return Optional.ofNullable(entities.find(StoredCapture.class, consent.value()))
                .map(stored -> details(stored, method));
    }

    /** Which of these were sealed, with what. */
    public List<CaptureDetails> of(
            Collection<ConsentId> consents, java.util.function.Function<ConsentId, CaptureMethod> method) {
        return entities.createQuery("FROM StoredCapture c WHERE c.consent IN :ids", StoredCapture.class)
                .setParameter("ids", consents.stream().map(ConsentId::value).toList())
                .getResultStream()
                .map(stored -> details(stored, method.apply(stored.consent())))
                .toList();
    }

    private CaptureDetails details(StoredCapture stored, CaptureMethod method) {
        SubjectId subject = SubjectId.of(stored.participant());
        StoredCapture.Hidden hidden = stored.hidden();
        return new CaptureDetails(
                stored.consent(),
                method,
                stored.signature(),
                show(subject, stored.consent(), "present", hidden.present()),
                show(subject, stored.consent(), "reason", hidden.reason()),
                show(subject, stored.consent(), "recording", hidden.recording()),
                stored.sha256(),
                stored.sealedAt(),
                stored.certificate(),
                stored.timestamped());
    }

    private byte @Nullable [] hide(SubjectId subject, ConsentId row, String column, @Nullable String text) {
        return text == null ? null : cipher.encrypt(subject, new FieldContext(TABLE, column, row.value()), text);
    }

    private @Nullable String show(SubjectId subject, ConsentId row, String column, byte @Nullable [] hidden) {
        return hidden == null ? null : cipher.decrypt(subject, new FieldContext(TABLE, column, row.value()), hidden);
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
