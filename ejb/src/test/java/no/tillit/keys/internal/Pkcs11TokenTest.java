package no.tillit.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyState;
import no.tillit.keys.KeysUnavailable;
import no.tillit.testing.KeyRing;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a PKCS#11 token")
class Pkcs11TokenTest extends RootStoreContract {
    private final SoftHsm hsm = new SoftHsm();

    @Override
    RootStore reopened() {
        return hsm.open();
    }

    @AfterEach
    void plugIn() {
        hsm.bringBack();
    }

    @Test
    @DisplayName("the root never leaves it: Java holds a handle without bytes")
    void notExtractable() {
        Pkcs11Token token = hsm.open();
        token.create(1);

        assertThat(token.handle(1).getEncoded()).isNull();
        assertThat(token.handle(1).getFormat()).isNull();
        assertThat(hsm.open().handle(1).toString()).contains("token object", "sensitive", "unextractable");
    }

    @Test
    @DisplayName("gone: every call is refused as unavailable, nothing half done; back: the same process goes on")
    void goneAndBack() throws Exception {
        KeyRing ring = KeyRing.over(TestDatabases.freshKeys(), hsm.open());
        SubjectId known = ring.aSubject();
        SubjectId stranger = new SubjectId(UUID.randomUUID());
        FieldContext place = new FieldContext("contact", "phone", new UUID(0, 1));
        byte[] field = ring.fields().encrypt(known, place, "an invented number");

        hsm.takeAway();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ring.fields().decrypt(known, place, field))
                    .isInstanceOfSatisfying(
                            KeysUnavailable.class, e -> assertThat(e.code()).isEqualTo("keys-unavailable"));
        }
        assertThatThrownBy(() -> ring.subjects().provision(stranger)).isInstanceOf(KeysUnavailable.class);
        assertThat(ring.subjects().state(stranger)).isEqualTo(KeyState.ABSENT);

        hsm.bringBack();

        assertThat(within(Duration.ofSeconds(10), () -> ring.fields().decrypt(known, place, field)))
                .isEqualTo("an invented number");
        ring.subjects().provision(stranger);
        assertThat(ring.subjects().state(stranger)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    @DisplayName("gone at the start: it stops and says which token")
    void goneAtStart() throws IOException {
        var database = TestDatabases.freshKeys();
        KeyRing.over(database, hsm.open());
        hsm.takeAway();

        assertThatThrownBy(() -> KeyRing.over(database, hsm.open()))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining(hsm.label())
                .hasMessageContaining(SoftHsm.LIBRARY.toString());
    }

    @Test
    @DisplayName("another token stops the start: it has no root, or another installation's")
    void wrongToken() {
        var database = TestDatabases.freshKeys();
        KeyRing.over(database, hsm.open());
        SoftHsm other = new SoftHsm();

        assertThatThrownBy(() -> KeyRing.over(database, other.open()))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("root key is gone");
        other.open().create(1);
        assertThatThrownBy(() -> KeyRing.over(database, other.open()))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("another installation");
    }

    @Test
    @DisplayName("a refused PIN is not tried again, so that the token does not lock")
    void wrongPin() {
        Pkcs11Token wrong = new Pkcs11Token(SoftHsm.LIBRARY, hsm.label(), "9999".toCharArray());

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(wrong::versions)
                    .isInstanceOf(KeysUnavailable.class)
                    .cause()
                    .hasMessageContaining("refused the PIN")
                    .hasMessageNotContaining("9999");
        }
        assertThat(hsm.open().versions()).isEmpty();
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> T within(Duration limit, Attempt<T> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return attempt.make();
            } catch (KeysUnavailable e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
