package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.testing.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldCipherTest {
    private static final String TEXT = "Storgata 1 – invented, æøå 🙂";

    private final KeyRing ring = KeyRing.shared();
    private final FieldCipher cipher = ring.fields();
    private final SubjectId subject = ring.aSubject();
    private final UUID row = UUID.randomUUID();
    private final FieldContext place = new FieldContext("contact", "address", row);

    @Test
    @DisplayName("a field comes back as it was, and lies there without a word of it")
    void roundTrip() {
        byte[] field = cipher.encrypt(subject, place, TEXT);

        assertThat(cipher.decrypt(subject, place, field)).isEqualTo(TEXT);
        assertThat(new String(field, StandardCharsets.UTF_8)).doesNotContain("Storgata");
        assertThat(cipher.decrypt(subject, place, cipher.encrypt(subject, place, "")))
                .isEmpty();
    }

    @Test
    @DisplayName("the same text gives different bytes each time")
    void notDeterministic() {
        assertThat(cipher.encrypt(subject, place, TEXT)).isNotEqualTo(cipher.encrypt(subject, place, TEXT));
    }

    @Test
    @DisplayName("a field does not open in another table, column or row")
    void boundToItsPlace() {
        byte[] field = cipher.encrypt(subject, place, TEXT);

        for (FieldContext other : new FieldContext[] {
            new FieldContext("contacts", "address", row),
            new FieldContext("contact", "phone", row),
            new FieldContext("contacta", "ddress", row),
            new FieldContext("contact", "address", UUID.randomUUID())
        }) {
            assertThatThrownBy(() -> cipher.decrypt(subject, other, field)).isInstanceOf(Tampered.class);
        }
    }

    @Test
    @DisplayName("a field does not open under another person's key")
    void boundToItsSubject() {
        byte[] field = cipher.encrypt(subject, place, TEXT);

        assertThatThrownBy(() -> cipher.decrypt(ring.aSubject(), place, field)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("any bit changed, any byte missing or added is noticed")
    void changed() {
        byte[] field = cipher.encrypt(subject, place, TEXT);

        for (int at = 0; at < field.length; at++) {
            byte[] changed = field.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(subject, place, changed)).isInstanceOf(Tampered.class);
            byte[] cut = Arrays.copyOf(field, at);
            assertThatThrownBy(() -> cipher.decrypt(subject, place, cut)).isInstanceOf(Tampered.class);
        }
        byte[] longer = Arrays.copyOf(field, field.length + 1);
        assertThatThrownBy(() -> cipher.decrypt(subject, place, longer)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a subject without a key is a programming error, not an erased person")
    void neverProvisioned() {
        SubjectId stranger = new SubjectId(UUID.randomUUID());

        assertThatThrownBy(() -> cipher.encrypt(stranger, place, TEXT)).isInstanceOf(KeyAbsent.class);
    }
}
