package no.tillit.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tillit.keys.AssociatedData;
import no.tillit.keys.FieldContext;
import no.tillit.keys.Tampered;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of roots does, whether a file or a token. */
abstract class RootStoreContract {
    static final AssociatedData PLACE = AssociatedData.of("a test").and("root 1");
    static final byte[] KEY = new byte[32];

    /** The same store, opened anew: what another process sees. */
    abstract RootStore reopened();

    @Test
    @DisplayName("a root that was made is found again, and named by the same check value")
    void found() {
        RootStore store = reopened();
        assertThat(store.versions()).isEmpty();

        store.create(1);
        store.create(2);

        assertThat(reopened().versions()).containsExactly(1, 2);
        assertThat(reopened().keyCheckValue(1)).hasSize(32).isEqualTo(store.keyCheckValue(1));
        assertThat(store.keyCheckValue(2)).isNotEqualTo(store.keyCheckValue(1));
        assertThatThrownBy(() -> store.create(2))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("already");
    }

    @Test
    @DisplayName("what one opening sealed another opens, and the same key seals differently each time")
    void opens() {
        RootStore store = reopened();
        store.create(1);
        byte[] sealed = store.seal(1, KEY, PLACE);

        assertThat(reopened().open(1, sealed, PLACE)).isEqualTo(KEY);
        assertThat(store.seal(1, KEY, PLACE)).isNotEqualTo(sealed).hasSameSizeAs(sealed);
    }

    @Test
    @DisplayName("a flipped bit in any byte, a cut, another place and another version are noticed")
    void tampered() {
        RootStore store = reopened();
        store.create(1);
        store.create(2);
        byte[] sealed = store.seal(1, KEY, PLACE);

        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            assertThatThrownBy(() -> store.open(1, flipped, PLACE))
                    .as("byte %d", at)
                    .isInstanceOf(Tampered.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> store.open(1, cut, PLACE))
                    .as("cut to %d", length)
                    .isInstanceOf(Tampered.class);
        }
        assertThatThrownBy(() -> store.open(2, sealed, PLACE)).isInstanceOf(Tampered.class);
        assertThatThrownBy(
                        () -> store.open(1, sealed, AssociatedData.of("a test").and("root 2")))
                .isInstanceOf(Tampered.class);
        assertThat(store.open(1, sealed, PLACE)).isEqualTo(KEY);
    }

    @Test
    @DisplayName("a destroyed root opens nothing, in any process, and the others stay")
    void destroyed() {
        RootStore store = reopened();
        store.create(1);
        store.create(2);
        byte[] first = store.seal(1, KEY, PLACE);
        byte[] second = store.seal(2, KEY, PLACE);

        store.destroy(1);
        store.destroy(1);

        assertThat(reopened().versions()).containsExactly(2);
        assertThatThrownBy(() -> store.open(1, first, PLACE)).isInstanceOf(KeyStoreUnusable.class);
        assertThatThrownBy(() -> reopened().open(1, first, PLACE))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("no root key of version 1");
        assertThat(store.open(2, second, PLACE)).isEqualTo(KEY);
    }

    @Test
    @DisplayName("a version that another process made is found without a new start")
    void noticed() {
        RootStore store = reopened();
        store.create(1);
        RootStore other = reopened();
        other.create(2);

        assertThat(store.open(2, other.seal(2, KEY, PLACE), PLACE)).isEqualTo(KEY);
    }

    @Test
    @DisplayName("many threads at once")
    void concurrent() throws Exception {
        RootStore store = reopened();
        store.create(1);
        Callable<byte[]> roundTrip = () -> store.open(1, store.seal(1, KEY, PLACE), PLACE);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> all = pool.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> roundTrip).toList());
            for (Future<byte[]> one : all) {
                assertThat(one.get()).isEqualTo(KEY);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    @DisplayName("carries the whole hierarchy, from the first start over the next")
    void hierarchy() {
        var database = TestDatabases.freshKeys();
        KeyRing first = KeyRing.over(database, reopened());
        var subject = first.aSubject();
        FieldContext place = new FieldContext("contact", "phone", new UUID(0, 1));
        byte[] field = first.fields().encrypt(subject, place, "an invented number");

        assertThat(KeyRing.over(database, reopened()).fields().decrypt(subject, place, field))
                .isEqualTo("an invented number");
        assertThatThrownBy(() -> first.fields().decrypt(first.aSubject(), place, field))
                .isInstanceOf(Tampered.class);
    }
}
