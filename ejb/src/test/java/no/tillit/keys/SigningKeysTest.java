package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The installation's signing keys: one for each use, for ever, and nobody else's. */
class SigningKeysTest {
    private static final byte[] MESSAGE = "invented".getBytes(StandardCharsets.UTF_8);

    private final SigningKeys keys = KeyRing.shared().signing();
    private final String name = "test " + UUID.randomUUID();

    @Test
    @DisplayName("what it signs, Java's own Ed25519 verifies with the public key")
    void verifiesElsewhere() throws GeneralSecurityException {
        byte[] signature = keys.sign(name, MESSAGE);

        assertThat(verifies(keys.publicKey(name), MESSAGE, signature)).isTrue();
        assertThat(verifies(keys.publicKey(name), new byte[] {1}, signature)).isFalse();
        assertThat(keys.sign(name, MESSAGE)).isEqualTo(signature);
    }

    @Test
    @DisplayName("the key is made once, and another use has another")
    void oneForEachUse() {
        byte[] first = keys.publicKey(name);

        assertThat(keys.publicKey(name)).isEqualTo(first);
        assertThat(keys.publicKey(name + " other")).isNotEqualTo(first);
    }

    @Test
    @DisplayName("a key swapped with another use's opens nothing")
    void swapped() throws SQLException {
        keys.publicKey(name);
        keys.publicKey(name + " other");
        owner("update installation_key a set wrapped = b.wrapped from installation_key b where a.name = '" + name
                + "' and b.name = '" + name + " other'");

        assertThatThrownBy(() -> keys.sign(name, MESSAGE)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("the application can remove no key, and the owner can wrap it again but not exchange it")
    void stays() {
        keys.publicKey(name);

        refused(TestDatabases.keys(), "delete from installation_key");
        refused(TestDatabases.keys(), "update installation_key set key_check_value = key_check_value");
        refused(
                TestDatabases.keysOwner(),
                "update installation_key set key_id = gen_random_uuid() where name = '" + name + "'");
    }

    private static void refused(DataSource source, String sql) {
        assertThatThrownBy(() -> execute(source, sql)).isInstanceOf(SQLException.class);
    }

    private static void owner(String sql) throws SQLException {
        execute(TestDatabases.keysOwner(), sql);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection c = source.getConnection();
                Statement s = c.createStatement()) {
            s.executeUpdate(sql);
        }
    }

    /** The fixed beginning of an Ed25519 public key in X.509 (RFC 8410), then its 32 bytes. */
    private static boolean verifies(byte[] publicKey, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = new BigInteger(1, prefix)
                .shiftLeft(256)
                .or(new BigInteger(1, publicKey))
                .toByteArray();
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(message);
        return verifier.verify(signature);
    }
}
