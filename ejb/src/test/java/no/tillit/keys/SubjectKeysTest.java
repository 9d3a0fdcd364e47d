package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.testing.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubjectKeysTest {
    private final KeyRing ring = KeyRing.shared();
    private final SubjectKeys keys = ring.subjects();
    private final SubjectId stranger = new SubjectId(UUID.randomUUID());

    @Test
    @DisplayName("a subject nobody has heard of has no key, which is not the same as a destroyed one")
    void absent() {
        assertThat(keys.state(stranger)).isEqualTo(KeyState.ABSENT);
        assertThatThrownBy(() -> keys.keyCheckValue(stranger)).isInstanceOf(KeyAbsent.class);
    }

    @Test
    @DisplayName("provisioning twice keeps the first key")
    void idempotent() {
        keys.provision(stranger);
        String first = keys.keyCheckValue(stranger);
        keys.provision(stranger);

        assertThat(keys.state(stranger)).isEqualTo(KeyState.ACTIVE);
        assertThat(keys.keyCheckValue(stranger)).isEqualTo(first).matches("[0-9a-f]{64}");
    }

    @Test
    @DisplayName("from the beginning of its destruction a key opens nothing and is not provisioned again")
    void destroying() {
        SubjectId subject = ring.aSubject();
        FieldContext place = new FieldContext("contact", "phone", UUID.randomUUID());
        byte[] field = ring.fields().encrypt(subject, place, "an invented number");

        keys.beginDestruction(subject);

        assertThat(keys.state(subject)).isEqualTo(KeyState.DESTROYING);
        assertThatThrownBy(() -> ring.fields().decrypt(subject, place, field)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> ring.fields().encrypt(subject, place, "x")).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> keys.provision(subject)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    @DisplayName("a destroyed key leaves its check value for ever, and nothing provisions that person again")
    void tombstone() {
        SubjectId subject = ring.aSubject();
        String checkValue = keys.keyCheckValue(subject);

        keys.beginDestruction(subject);
        keys.destroy(subject);
        keys.destroy(subject);
        keys.beginDestruction(subject);

        assertThat(keys.state(subject)).isEqualTo(KeyState.DESTROYED);
        assertThat(keys.keyCheckValue(subject)).isEqualTo(checkValue);
        assertThatThrownBy(() -> keys.provision(subject))
                .isInstanceOfSatisfying(
                        KeyDestroyed.class, e -> assertThat(e.code()).isEqualTo("subject-erased"));
    }

    @Test
    @DisplayName("someone erased elsewhere gets a tombstone without ever having had a key here")
    void erasedBeforeTheyCame() {
        keys.beginDestruction(stranger);
        keys.destroy(stranger);

        assertThat(keys.state(stranger)).isEqualTo(KeyState.DESTROYED);
        assertThatThrownBy(() -> keys.provision(stranger)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    @DisplayName("many go at once, whatever state each is in, and again after a crash")
    void together() {
        SubjectId living = ring.aSubject();
        SubjectId dying = ring.aSubject();
        SubjectId stays = ring.aSubject();
        String checkValue = keys.keyCheckValue(living);
        keys.beginDestruction(dying);

        for (int time = 0; time < 2; time++) {
            assertThat(keys.destroyAll(List.of(living, dying, stranger)))
                    .containsOnlyKeys(living, dying, stranger)
                    .containsEntry(living, checkValue);
        }

        assertThat(List.of(living, dying, stranger)).allMatch(subject -> keys.state(subject) == KeyState.DESTROYED);
        assertThat(keys.state(stays)).isEqualTo(KeyState.ACTIVE);
        assertThat(keys.destroyAll(List.of())).isEmpty();
    }

    @Test
    @DisplayName("a key is not destroyed before its destruction was begun")
    void inOrder() {
        SubjectId subject = ring.aSubject();

        assertThatThrownBy(() -> keys.destroy(subject)).isInstanceOf(IllegalStateException.class);
        assertThat(keys.state(subject)).isEqualTo(KeyState.ACTIVE);
    }
}
