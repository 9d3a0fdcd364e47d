package no.tillit.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.internal.ErasingContact;
import no.tillit.participant.internal.ErasingParticipant;
import no.tillit.testing.AProject;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Erasing a participant")
class ErasingParticipantsTest extends ParticipantHouse {
    private final ErasingContact contacts = house.the(ErasingContact.class);
    private final ErasingParticipant participants = house.the(ErasingParticipant.class);

    private ErasureScope scope(ParticipantId id) {
        return new ErasureScope(
                project.id(), id, DeletionCause.MANUAL, Set.of(), AProject.ASSESSED, LocalDate.of(2026, 3, 2));
    }

    private boolean erase(ErasureItem item) {
        return house.doing(() -> participants.erase(item));
    }

    @Test
    @DisplayName("leaves the id, the project and the moment; the number is never given again")
    void tombstone() throws SQLException {
        ParticipantId id = register().id();
        ErasureItem item =
                house.doing(() -> participants.inventory(scope(id)).toList()).get(0);
        assertThat(erase(item)).isTrue();
        assertThat(erase(item)).isFalse();
        assertThat(house.<Long>doing(() -> participants.remaining(scope(id)))).isZero();
        assertThatThrownBy(() -> open(id)).isInstanceOf(NotFound.class);
        assertThat(all().total()).isZero();
        assertThat(register().pseudonym()).isEqualTo(Pseudonym.numbered(2));
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement("SELECT project_id, state, erased_at,"
                        + " num_nulls(pseudonym, sample_id, legal_basis, registered_at, registered_by)"
                        + " FROM participant WHERE id = ?")) {
            select.setObject(1, id.value());
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(new ProjectId(row.getObject(1, UUID.class))).isEqualTo(project.id());
            assertThat(row.getString(2)).isEqualTo("ERASED");
            assertThat(row.getTimestamp(3)).isNotNull();
            assertThat(row.getInt(4)).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("one of whom archive law keeps a record stays, the contact details go")
    void archive() {
        ParticipantId id = register().id();
        putContact(id);
        house.with(ArchiveBinding.class, id::equals);
        assertThat(house.doing(() -> participants.inventory(scope(id)).toList()))
                .singleElement()
                .matches(item -> !item.decision().erases());
        assertThat(house.doing(() -> contacts.inventory(scope(id)).toList()))
                .singleElement()
                .matches(item -> item.decision().erases());
    }

    @Test
    @DisplayName("the contact register forgets one participant and keeps the others")
    void contact() {
        ParticipantId id = register().id();
        putContact(id);
        ParticipantId other = register().id();
        putContact(other);
        ErasureItem item =
                house.doing(() -> contacts.inventory(scope(id)).toList()).get(0);
        assertThat(house.<Boolean>doing(() -> contacts.erase(item))).isTrue();
        assertThat(house.<Boolean>doing(() -> contacts.erase(item))).isFalse();
        assertThat(house.<Long>doing(() -> contacts.remaining(scope(id)))).isZero();
        assertThat(readContact(other)).isEqualTo(CONTACT);
    }

    @Test
    @DisplayName("the end of a project concerns everybody in it, and nobody else")
    void wholeProject() {
        ParticipantId one = register().id();
        ParticipantId two = register().id();
        AProject.in(house).aParticipant();
        var ending = new ErasureScope(
                project.id(),
                null,
                DeletionCause.END_OF_PROCESSING,
                Set.of(),
                AProject.ENDS,
                AProject.ENDS.plusDays(1));
        assertThat(house.doing(() -> participants
                        .inventory(ending)
                        .map(ErasureItem::participant)
                        .toList()))
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    @DisplayName("the withdrawal of single items leaves the participant and the contact details")
    void items() {
        ParticipantId id = register().id();
        putContact(id);
        var audio = new ErasureScope(
                project.id(),
                id,
                DeletionCause.WITHDRAWAL,
                Set.of("audio-recording"),
                AProject.ASSESSED,
                AProject.ASSESSED);
        assertThat(house.doing(() -> participants.inventory(audio).count()
                        + contacts.inventory(audio).count()))
                .isZero();
    }
}
