package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.Envelope;
import no.tillit.keys.internal.Secret;
import no.tillit.keys.internal.SubjectSecrets;

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
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a document belongs to a person or to a project");
        }
        List<SubjectId> sorted = sorted(subjects);
        byte[] shares = new byte[sorted.size() * Secret.LENGTH];
        random.nextBytes(shares);
        DocumentKey key = combine(documentKeyId, sorted, shares);
        try {
            List<WrappedShare> wrapped = new ArrayList<>();
            for (int i = 0; i < sorted.size(); i++) {
                byte[] share = Arrays.copyOfRange(shares, i * Secret.LENGTH, (i + 1) * Secret.LENGTH);
                wrapped.add(
                        wrap(documentKeyId, sorted.get(i), share, key.secret().keyCheckValue()));
            }
            return new NewDocumentKey(key, wrapped);
        } catch (RuntimeException e) {
            key.close();
            throw e;
        } finally {
            Arrays.fill(shares, (byte) 0);
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

    private WrappedShare wrap(UUID documentKeyId, SubjectId subject, byte[] share, byte[] check) {
        try (var living = secrets.living(subject);
                Secret key = living.secret().derive("document key shares")) {
            byte[] sealed = envelope.seal(key, share, place(documentKeyId, subject, living.keyId(), check));
            byte[] wrapped = Arrays.copyOf(check, CHECK + sealed.length);
            System.arraycopy(sealed, 0, wrapped, CHECK, sealed.length);
            return new WrappedShare(subject, wrapped);
        } finally {
            Arrays.fill(share, (byte) 0);
        }
    }

    private void unwrap(UUID documentKeyId, WrappedShare share, byte[] into, int at) {
        byte[] wrapped = share.wrapped();
        byte[] check = Arrays.copyOf(wrapped, CHECK);
        byte[] sealed = Arrays.copyOfRange(wrapped, CHECK, wrapped.length);
        try (var living = secrets.living(share.subject());
                Secret key = living.secret().derive("document key shares")) {
            byte[] open = envelope.open(key, sealed, place(documentKeyId, share.subject(), living.keyId(), check));
            System.arraycopy(open, 0, into, at, Secret.LENGTH);
            Arrays.fill(open, (byte) 0);
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

    private static List<SubjectId> sorted(Set<SubjectId> subjects) {
        return subjects.stream().sorted(Comparator.comparing(SubjectId::value)).toList();
    }
}
