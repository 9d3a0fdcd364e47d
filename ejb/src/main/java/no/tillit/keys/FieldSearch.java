package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.Secret;
import no.tillit.keys.internal.SubjectSecrets;
import no.tillit.keys.internal.SubjectSecrets.LivingKey;

/**
 * Finds an encrypted field by its exact value: HMAC-SHA-256 under a key of its own for each project and field, drawn from
 * the project's key.
 *
 * <p>Equal values of one field in one project give equal hashes; across fields, projects and installations they do not.
 * Whoever has the database without the keys can tell that two people of a project share a number, not which. Not for
 * fields with few values, such as offence types: equality alone would tell them.
 */
@ApplicationScoped
public class FieldSearch {
    private final SubjectSecrets secrets;

    @Inject
    public FieldSearch(SubjectSecrets secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected FieldSearch() {
        this(null);
    }

    /**
     * 32 bytes to keep beside the ciphertext and to look for.
     *
     * @param field table and column, as in {@code contact.phone}
     * @param normalised the value as everyone writes it: the caller has taken out spaces, case and the like
     * @throws KeyDestroyed when the project has been erased
     */
    public byte[] hash(ProjectId project, String field, String normalised) {
        try (var living = secrets.living(SubjectId.of(project))) {
            return hash(living, field, normalised);
        }
    }

    /**
     * The same under every key of the project that may still have been used: two while its key is being replaced, otherwise
     * one. What is looked for is found by any of them.
     */
    public List<byte[]> hashes(ProjectId project, String field, String normalised) {
        return secrets.all(SubjectId.of(project), living -> hash(living, field, normalised));
    }

    private static byte[] hash(LivingKey living, String field, String normalised) {
        byte[] text = normalised.getBytes(StandardCharsets.UTF_8);
        try (Secret key = living.secret().derive("field search " + field)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.live(), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
