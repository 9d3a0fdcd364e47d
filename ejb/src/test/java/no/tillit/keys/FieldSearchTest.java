package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tillit.kernel.ProjectId;
import no.tillit.testing.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a field is found by a keyed hash")
class FieldSearchTest {
    private final KeyRing ring = KeyRing.shared();
    private final ProjectId project = new ProjectId(ring.aSubject().value());
    private final ProjectId other = new ProjectId(ring.aSubject().value());

    @Test
    @DisplayName("equal in one field of one project, different in every other place")
    void equality() {
        byte[] hash = ring.search().hash(project, "contact.phone", "+4722334455");

        assertThat(ring.search().hash(project, "contact.phone", "+4722334455"))
                .isEqualTo(hash)
                .hasSize(32);
        assertThat(ring.search().hash(project, "contact.phone", "+4722334456")).isNotEqualTo(hash);
        assertThat(ring.search().hash(project, "contact.email", "+4722334455")).isNotEqualTo(hash);
        assertThat(ring.search().hash(other, "contact.phone", "+4722334455")).isNotEqualTo(hash);
    }

    @Test
    @DisplayName("ends with the project's key")
    void erased() {
        SubjectKeys keys = ring.subjects();
        keys.beginDestruction(no.tillit.kernel.SubjectId.of(project));

        assertThatThrownBy(() -> ring.search().hash(project, "contact.phone", "+4722334455"))
                .isInstanceOf(KeyDestroyed.class);
    }
}
