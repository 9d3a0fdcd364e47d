package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.NewDocumentKey.Wrapping;
import no.tillit.keys.internal.Envelope;
import no.tillit.keys.internal.Secret;
import no.tillit.keys.internal.SubjectSecrets;
import no.tillit.keys.internal.SubjectSecrets.LivingKey;
import org.jspecify.annotations.Nullable;

/**
 * A document about several people opens only with every one's share: erasing one person ends the document (O-13).
 *
 * <p>The key is drawn from the shares in the order of their subjects (HKDF-SHA-256). Each wrapped share is {@code key
 * check value (32) | envelope}; the check value is the document key's, so shares of two documents never mix.
 */
@ApplicationScoped
public class DocumentKeys {
    private static final int CHECK = 32;

    private final SubjectSecrets secrets;
    private final SecureRandom random = new SecureRandom();
    private final Envelope envelope = new Envelope(random);

    @Inject
    public DocumentKeys(SubjectSecrets secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected DocumentKeys() {
        this(null);
    }

    /**
     * Makes a key for one document version.
     *
     * @param documentKeyId new, kept beside the document
     * @param subjects everyone the document is about, or the project when it is about nobody; at least one
     * @throws KeyDestroyed when one of them has been erased
     */
    public NewDocumentKey create(UUID documentKeyId, Set<SubjectId> subjects) {
        return make(documentKeyId, subjects, null);
    }

    /** The same, with a field sealed beside the shares: no subject's key is opened twice for one document. */
    public NewDocumentKey create(UUID documentKeyId, Set<SubjectId> subjects, SealedBeside beside) {
        if (!subjects.contains(beside.owner())) {
            throw new IllegalArgumentException("the field belongs to nobody the document is about");
        }
        return make(documentKeyId, subjects, beside);
    }

    private NewDocumentKey make(UUID id, Set<SubjectId> subjects, @Nullable SealedBeside beside) {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a document belongs to a person or to a project");
        }
        List<SubjectId> sorted = sorted(subjects);
        byte[] drawn = new byte[sorted.size() * Secret.LENGTH];
        random.nextBytes(drawn);
        DocumentKey key = combine(id, sorted, drawn);
        try {
            byte[] check = key.secret().keyCheckValue();
            return new NewDocumentKey(id, key, drawn, beside, wrapAll(id, sorted, drawn, check, beside));
        } catch (RuntimeException e) {
            key.close();
            Arrays.fill(drawn, (byte) 0);
            throw e;
        }
    }

    /**
     * To be called in the transaction that keeps what was made: while a large file arrived, a subject's key may have been
     * replaced or destroyed. Wraps again what has to be.
     *
     * @throws KeyDestroyed when one of the subjects has been erased meanwhile
     */
    public void settle(NewDocumentKey made) {
        Set<SubjectId> subjects = made.wrapping().under().keySet();
        if (!secrets.keyIds(subjects).equals(made.wrapping().under())) {
            byte[] check = made.key().secret().keyCheckValue();
            made.wrapped(wrapAll(made.id(), sorted(subjects), made.drawn(), check, made.beside()));
        }
    }

    /** Whether this share opens under the subject's present key, and not only under one that is being replaced. */
    public boolean isCurrent(UUID documentKeyId, WrappedShare share) {
        try (var living = secrets.living(share.subject())) {
            Arrays.fill(share(documentKeyId, share, living), (byte) 0);
            return true;
        } catch (Tampered underAnother) {
            return false;
        }
    }

    /**
     * The same share under the subject's present key; for a document that opens no more, since another of its subjects has
     * been erased.
     *
     * @throws Tampered when it opens under no key of the subject
     */
    public WrappedShare rewrapped(UUID documentKeyId, WrappedShare share) {
        byte[] open = secrets.opening(share.subject(), living -> share(documentKeyId, share, living));
        try (var living = secrets.living(share.subject())) {
            byte[] check = Arrays.copyOf(share.wrapped(), CHECK);
            return wrap(documentKeyId, share.subject(), living, open, check);
        } finally {
            Arrays.fill(open, (byte) 0);
        }
    }

    /**
     * Opens the key from all its shares, in any order.
     *
     * @throws KeyDestroyed when one of the subjects has been erased
     * @throws Tampered when a share was changed, is missing, or belongs to another document or person
     */
    public DocumentKey open(UUID documentKeyId, Collection<WrappedShare> wrapped) {
        List<WrappedShare> sorted = wrapped.stream()
                .sorted(Comparator.comparing(share -> share.subject().value()))
                .toList();
        byte[] shares = new byte[sorted.size() * Secret.LENGTH];
        try {
            byte[] check = checkValue(sorted);
            for (int i = 0; i < sorted.size(); i++) {
                unwrap(documentKeyId, sorted.get(i), shares, i * Secret.LENGTH);
            }
            DocumentKey key = combine(
                    documentKeyId, sorted.stream().map(WrappedShare::subject).toList(), shares);
            if (!MessageDigest.isEqual(key.secret().keyCheckValue(), check)) {
                key.close();
                throw new Tampered("The shares do not make the document's key");
            }
            return key;
        } finally {
            Arrays.fill(shares, (byte) 0);
        }
    }

    private Wrapping wrapAll(
            UUID id, List<SubjectId> sorted, byte[] drawn, byte[] check, @Nullable SealedBeside beside) {
        Map<SubjectId, UUID> under = new HashMap<>();
        List<WrappedShare> shares = new ArrayList<>();
        byte[] field = null;
        for (int i = 0; i < sorted.size(); i++) {
            SubjectId subject = sorted.get(i);
            byte[] share = Arrays.copyOfRange(drawn, i * Secret.LENGTH, (i + 1) * Secret.LENGTH);
            try (var living = secrets.living(subject)) {
                shares.add(wrap(id, subject, living, share, check));
                under.put(subject, living.keyId());
                if (beside != null && beside.owner().equals(subject)) {
                    field = FieldCipher.seal(envelope, living, subject, beside.place(), beside.text());
                }
            } finally {
                Arrays.fill(share, (byte) 0);
            }
        }
        return new Wrapping(Map.copyOf(under), List.copyOf(shares), field);
    }

    private WrappedShare wrap(UUID id, SubjectId subject, LivingKey living, byte[] share, byte[] check) {
        try (Secret key = living.secret().derive("document key shares")) {
            byte[] sealed = envelope.seal(key, share, place(id, subject, living.keyId(), check));
            byte[] wrapped = Arrays.copyOf(check, CHECK + sealed.length);
            System.arraycopy(sealed, 0, wrapped, CHECK, sealed.length);
            return new WrappedShare(subject, wrapped);
        }
    }

    private void unwrap(UUID documentKeyId, WrappedShare share, byte[] into, int at) {
        byte[] open = secrets.opening(share.subject(), living -> share(documentKeyId, share, living));
        System.arraycopy(open, 0, into, at, Secret.LENGTH);
        Arrays.fill(open, (byte) 0);
    }

    private byte[] share(UUID documentKeyId, WrappedShare share, LivingKey living) {
        byte[] wrapped = share.wrapped();
        if (wrapped.length <= CHECK) {
            throw new Tampered("A share is cut");
        }
        byte[] check = Arrays.copyOf(wrapped, CHECK);
        byte[] sealed = Arrays.copyOfRange(wrapped, CHECK, wrapped.length);
        try (Secret key = living.secret().derive("document key shares")) {
            return envelope.open(key, sealed, place(documentKeyId, share.subject(), living.keyId(), check));
        }
    }

    private static byte[] checkValue(List<WrappedShare> shares) {
        Set<String> values = shares.stream()
                .map(WrappedShare::wrapped)
                .filter(wrapped -> wrapped.length > CHECK)
                .map(wrapped -> Arrays.toString(Arrays.copyOf(wrapped, CHECK)))
                .collect(Collectors.toSet());
        if (values.size() != 1 || shares.stream().anyMatch(share -> share.wrapped().length <= CHECK)) {
            throw new Tampered("The shares are not of one document's key");
        }
        return Arrays.copyOf(shares.get(0).wrapped(), CHECK);
    }

    private static DocumentKey combine(UUID documentKeyId, List<SubjectId> subjects, byte[] shares) {
        byte[] info = AssociatedData.of("tillit document key")
                .and(documentKeyId)
                .and(subjects.stream().map(SubjectId::value).toList())
                .bytes();
        return new DocumentKey(Secret.adopt(Secret.hkdf(shares, info)));
    }

    private static AssociatedData place(UUID documentKeyId, SubjectId subject, UUID parent, byte[] check) {
        return AssociatedData.of("tillit document key share")
                .and(documentKeyId)
                .and(parent)
                .and(1)
                .and(subject.value())
                .and(check);
    }

    private static List<SubjectId> sorted(Collection<SubjectId> subjects) {
        return subjects.stream().sorted(Comparator.comparing(SubjectId::value)).toList();
    }
}
