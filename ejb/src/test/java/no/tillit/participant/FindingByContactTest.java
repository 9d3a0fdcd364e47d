package no.tillit.participant;

import static no.tillit.kernel.Purpose.PROJECT_ADMINISTRATION;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import no.bekk.bekkopen.person.FodselsnummerCalculator;
import no.bekk.bekkopen.person.FodselsnummerValidator;
import no.tillit.access.PurposeNotAllowed;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.internal.Contacts;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who called?")
class FindingByContactTest {
    private static final String NATIONAL_ID = synthetic();

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = registered(project, "+47 22 33 44 55", "Kari@Example.no", NATIONAL_ID);

    private static String synthetic() {
        FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
        return FodselsnummerCalculator.getManySyntheticFodselsnummerForDate(
                        new GregorianCalendar(1990, Calendar.MAY, 17).getTime())
                .get(0)
                .toString();
    }

    private ParticipantId registered(AProject where, String phone, String email, String nationalId) {
        ParticipantId id = house.doing(() -> house.the(RegisteringParticipant.class)
                        .register(where.id(), new NewParticipant(where.consenting()), RESEARCH))
                .id();
        house.does(() -> house.the(ContactRegister.class)
                .put(id, new Contact("Kari Eksempel", phone, email, null, null, nationalId), RESEARCH));
        return id;
    }

    private List<ParticipantId> find(ContactField field, String value) {
        return house.doing(() -> house.the(FindingByContact.class).find(project.id(), field, value, RESEARCH)).stream()
                .map(ParticipantSummary::id)
                .toList();
    }

    @Test
    @DisplayName("found however the number is written, and by e-mail and national id number")
    void found() {
        assertThat(find(ContactField.PHONE, "22334455")).containsExactly(kari);
        assertThat(find(ContactField.PHONE, "0047 22 33 44 55")).containsExactly(kari);
        assertThat(find(ContactField.EMAIL, "kari@example.NO ")).containsExactly(kari);
        assertThat(find(ContactField.NATIONAL_ID, NATIONAL_ID.substring(0, 6) + " " + NATIONAL_ID.substring(6)))
                .containsExactly(kari);
        assertThat(find(ContactField.PHONE, "22334456")).isEmpty();
        assertThat(find(ContactField.EMAIL, "22334455")).isEmpty();
    }

    @Test
    @DisplayName("the answer and the question that found nobody are on record, without what was asked")
    void audited() {
        find(ContactField.PHONE, "22334455");
        AuditEntry found = house.audited.get(house.audited.size() - 1);
        assertThat(found.action()).isEqualTo("contact.read");
        assertThat(found.participant()).isEqualTo(kari);

        find(ContactField.PHONE, "99887766");
        AuditEntry nobody = house.audited.get(house.audited.size() - 1);
        assertThat(nobody.recordType()).isEqualTo("project");
        assertThat(nobody.toString()).doesNotContain("99887766");
    }

    @Test
    @DisplayName("not for another purpose, and not in a project of others")
    void closed() {
        assertThatThrownBy(() -> house.doing(() -> house.the(FindingByContact.class)
                        .find(project.id(), ContactField.PHONE, "22334455", PROJECT_ADMINISTRATION)))
                .isInstanceOf(PurposeNotAllowed.class);
        house.as("somebody", Role.RESEARCHER);
        assertThatThrownBy(() -> find(ContactField.PHONE, "22334455")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("nothing asked is refused; who is blocked is not found")
    void refused() {
        assertThatThrownBy(() -> find(ContactField.PHONE, " ")).isInstanceOf(InvalidInput.class);
        house.does(
                () -> house.the(Participants.class).block(kari, BlockReason.ERASURE_DECIDED, house.the(Clock.class)));
        assertThat(find(ContactField.PHONE, "22334455")).isEmpty();
    }

    @Test
    @DisplayName("in the database stand ciphertext and hashes only, and they go with the row")
    void stored() throws Exception {
        try (var c = TestDatabases.tillitOwner().getConnection();
                var s = c.prepareStatement("select row_to_json(contact)::text from contact where participant_id = ?")) {
            s.setObject(1, kari.value());
            try (var r = s.executeQuery()) {
                assertThat(r.next()).isTrue();
                assertThat(r.getString(1)).doesNotContain("22334455", NATIONAL_ID, "example");
            }
        }
        house.does(() -> house.the(Contacts.class).remove(kari.value()));
        assertThat(find(ContactField.PHONE, "22334455")).isEmpty();
        assertThat(house.doing(() -> house.the(Contacts.class).has(kari))).isFalse();
    }

    @Test
    @DisplayName("a national id number is read back, and one that cannot be is refused")
    void nationalId() {
        assertThat(house.doing(() -> house.the(ContactRegister.class).read(kari, RESEARCH))
                        .nationalId())
                .isEqualTo(NATIONAL_ID);
        for (String wrong : List.of("12345678901", NATIONAL_ID.substring(1), NATIONAL_ID + "0", "abcdefghijk")) {
            assertThatThrownBy(() -> new Contact(null, null, null, null, null, wrong))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("national-id-mistyped"));
        }
    }
}
