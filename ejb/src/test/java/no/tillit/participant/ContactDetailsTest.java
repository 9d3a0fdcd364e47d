package no.tillit.participant;

import static no.tillit.kernel.Purpose.PROJECT_ADMINISTRATION;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.testing.AProject;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Contact details")
class ContactDetailsTest extends ParticipantHouse {
    @Test
    @DisplayName("what was put is read, and the read is on record")
    void roundTrip() {
        ParticipantId id = register().id();
        putContact(id);
        house.audited.clear();
        assertThat(readContact(id)).isEqualTo(CONTACT);
        assertThat(house.audited)
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("contact.read"));
    }

    @Test
    @DisplayName("no field lies readable in the database")
    void sealed() throws SQLException {
        ParticipantId id = register().id();
        putContact(id);
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement(
                        "SELECT name, phone, email, address, note FROM contact WHERE participant_id = ?")) {
            select.setObject(1, id.value());
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= 5; column++) {
                assertThat(new String(row.getBytes(column), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Kari", "22 33", "kari@", "Veien", "Ring");
            }
        }
    }

    @Test
    @DisplayName("a new contact replaces the old one whole")
    void replaces() {
        ParticipantId id = register().id();
        putContact(id);
        var shorter = new Contact("Kari Nyttnavn", null, null, null, null);
        house.does(() -> house.the(ContactRegister.class).put(id, shorter, RESEARCH));
        assertThat(readContact(id)).isEqualTo(shorter);
    }

    @Test
    @DisplayName("a member to whom the register is not opened finds nothing; neither does the lead")
    void permission() {
        ParticipantId id = register().id();
        putContact(id);
        house.as("petra", Role.RESEARCHER);
        assertThatThrownBy(() -> readContact(id)).isInstanceOf(NotFound.class);
        house.as("solveig", Role.PROJECT_LEAD);
        assertThatThrownBy(
                        () -> house.doing(() -> house.the(ContactRegister.class).read(id, PROJECT_ADMINISTRATION)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("closed while the participant is blocked, and after the end of processing")
    void closed() {
        ParticipantId blocked = register().id();
        putContact(blocked);
        ParticipantId other = register().id();
        putContact(other);
        block(blocked);
        assertThatThrownBy(() -> readContact(blocked)).isInstanceOf(RecordClosed.class);
        house.on(AProject.ENDS.plusDays(1));
        assertThatThrownBy(() -> readContact(other)).isInstanceOf(RecordClosed.class);
    }
}
