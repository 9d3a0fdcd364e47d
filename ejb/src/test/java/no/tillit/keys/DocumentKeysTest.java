package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.testing.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentKeysTest {
    private final KeyRing ring = KeyRing.shared();
    private final DocumentKeys keys = ring.documents();
    private final SubjectId one = ring.aSubject();
    private final SubjectId two = ring.aSubject();
    private final SubjectId three = ring.aSubject();
    private final UUID id = UUID.randomUUID();

    private List<WrappedShare> sharesOf(UUID documentKey, SubjectId... subjects) {
        try (NewDocumentKey made = keys.create(documentKey, Set.of(subjects))) {
            return made.shares();
        }
    }

    private static byte[] bytes(DocumentKey key) {
        return key.secret().live().clone();
    }

    @Test
    @DisplayName("every subject's share, in any order, opens the key that was made")
    void opens() {
        try (NewDocumentKey made = keys.create(id, Set.of(one, two, three))) {
            List<WrappedShare> turned = new ArrayList<>(made.shares());
            Collections.reverse(turned);
            try (DocumentKey open = keys.open(id, turned)) {
                assertThat(bytes(open)).isEqualTo(bytes(made.key()));
            }
        }
    }

    @Test
    @DisplayName("two documents about the same people have different keys")
    void different() {
        try (NewDocumentKey first = keys.create(id, Set.of(one));
                NewDocumentKey second = keys.create(id, Set.of(one))) {
            assertThat(bytes(first.key())).isNotEqualTo(bytes(second.key()));
        }
    }

    @Test
    @DisplayName("a share missing, doubled or from another document opens nothing")
    void everyShare() {
        List<WrappedShare> shares = sharesOf(id, one, two);
        List<WrappedShare> others = sharesOf(id, one, two);

        refused(id, List.of());
        refused(id, shares.subList(0, 1));
        refused(id, List.of(shares.get(0), shares.get(0), shares.get(1)));
        refused(id, List.of(shares.get(0), others.get(1)));
        refused(UUID.randomUUID(), shares);
    }

    @Test
    @DisplayName("shares whose owners were swapped, or given to somebody else, open nothing")
    void swapped() {
        List<WrappedShare> shares = sharesOf(id, one, two);
        WrappedShare first = shares.get(0);
        WrappedShare second = shares.get(1);

        refused(
                id,
                List.of(
                        new WrappedShare(first.subject(), second.wrapped()),
                        new WrappedShare(second.subject(), first.wrapped())));
        refused(id, List.of(first, new WrappedShare(three, second.wrapped())));
    }

    @Test
    @DisplayName("any bit of a share changed, or any byte missing, is noticed")
    void changed() {
        WrappedShare share = sharesOf(id, one).get(0);
        byte[] wrapped = share.wrapped();

        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= (byte) 0x80;
            refused(id, List.of(new WrappedShare(one, changed)));
            refused(id, List.of(new WrappedShare(one, Arrays.copyOf(wrapped, at))));
        }
    }

    @Test
    @DisplayName("erasing one of several people ends the document")
    void erased() {
        List<WrappedShare> shares = sharesOf(id, one, two, three);

        ring.subjects().beginDestruction(two);
        assertThatThrownBy(() -> keys.open(id, shares)).isInstanceOf(KeyDestroyed.class);
        ring.subjects().destroy(two);
        assertThatThrownBy(() -> keys.open(id, shares)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> keys.create(UUID.randomUUID(), Set.of(one, two)))
                .isInstanceOf(KeyDestroyed.class);
        refused(
                id,
                shares.stream().filter(share -> !share.subject().equals(two)).toList());
    }

    @Test
    @DisplayName("a document about nobody is refused")
    void nobody() {
        assertThatThrownBy(() -> keys.create(id, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a closed key is wiped and opens nothing, and no key prints itself")
    void wiped() {
        NewDocumentKey made = keys.create(id, Set.of(one));
        byte[] live = made.key().secret().live();
        String check = Arrays.toString(live);
        assertThat(made.toString() + made.key() + made.key().secret())
                .doesNotContain(check)
                .contains("redacted");

        made.close();

        assertThat(live).containsOnly(0);
        assertThat(made.key().isClosed()).isTrue();
        assertThatThrownBy(() -> made.key().secret()).isInstanceOf(IllegalStateException.class);
    }

    private void refused(UUID documentKey, List<WrappedShare> shares) {
        assertThatThrownBy(() -> keys.open(documentKey, shares)).isInstanceOf(Tampered.class);
    }
}
