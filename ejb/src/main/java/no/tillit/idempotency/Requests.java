package no.tillit.idempotency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.tillit.access.Callers;
import no.tillit.access.Role;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A request with a key is carried out once per caller: the key commits with what it created, so a repeated or parallel
 * call answers with the same record. Keys are forgotten after a day.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class Requests {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

    /**
     * Runs {@code creation} in this transaction, unless the caller's key has been used.
     *
     * @param key 8 to 128 visible ASCII characters; null runs the creation each time
     * @param request what was asked, to tell a repetition from another request with the same key
     * @return the id of the record that this or the earlier request created
     * @throws Conflict with code {@code key-reused} when the key belongs to another request
     */
    public UUID once(@Nullable String key, String request, Supplier<UUID> creation) {
        if (key == null) {
            return creation.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInput(
                    "idempotency-key-malformed", "Idempotency-Key", "Use 8 to 128 visible ASCII characters as key.");
        }
        String username = callers.current().username();
        String fingerprint = fingerprint(request);
        UUID id = UUID.randomUUID();
        if (claim(username, key, fingerprint, id)) {
            UUID created = creation.get();
            entities.createNativeQuery(
                            "UPDATE idempotency_key SET record_id = :record WHERE username = :username AND key = :key")
                    .setParameter("record", created)
                    .setParameter("username", username)
                    .setParameter("key", key)
                    .executeUpdate();
            return created;
        }
        return earlier(username, key, fingerprint);
    }

    private boolean claim(String username, String key, String fingerprint, UUID placeholder) {
        return entities.createNativeQuery("""
                        INSERT INTO idempotency_key (username, key, fingerprint, record_id, created_at)
                        VALUES (:username, :key, :fingerprint, :record, :now)
                        ON CONFLICT (username, key) DO NOTHING""")
                        .setParameter("username", username)
                        .setParameter("key", key)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("record", placeholder)
                        .setParameter("now", clock.now())
                        .executeUpdate()
                == 1;
    }

    private UUID earlier(String username, String key, String fingerprint) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "SELECT fingerprint, record_id FROM idempotency_key WHERE username = :username AND key = :key")
                .setParameter("username", username)
                .setParameter("key", key)
                .getSingleResult();
        if (!fingerprint.equals(row[0])) {
            throw new Conflict("key-reused", "This Idempotency-Key belongs to another request. Use a new key.");
        }
        return (UUID) row[1];
    }

    private static String fingerprint(String request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
