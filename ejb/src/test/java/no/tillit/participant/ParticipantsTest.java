package no.tillit.participant;

import static no.tillit.kernel.Purpose.FOLLOW_UP;
import static no.tillit.kernel.Purpose.PROJECT_ADMINISTRATION;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tillit.access.PurposeNotAllowed;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.participant.internal.ErasingContact;
import no.tillit.participant.internal.ErasingParticipant;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ParticipantsTest {
    private static final Contact CONTACT =
            new Contact("Kari Eksempel", "22 33 44 55", "kari@example.no", "Veien 1, 0001 Oslo", "Ring etter 16");

    private final House house = new House();
    private final AProject project = AProject.in(house);

    private ParticipantSummary register() {
        return house.doing(() -> house.the(RegisteringParticipant.class)
                .register(project.id(), new NewParticipant(project.consenting()), RESEARCH));
    }

    private ParticipantDetails open(ParticipantId id) {
        return house.doing(() -> house.the(ReadingParticipants.class).open(id, RESEARCH));
    }

    private void putContact(ParticipantId id) {
        house.does(() -> house.the(ContactRegister.class).put(id, CONTACT, RESEARCH));
    }

    private Contact readContact(ParticipantId id) {
        return house.doing(() -> house.the(ContactRegister.class).read(id, RESEARCH));
    }

    private void block(ParticipantId id) {
        house.does(() -> house.the(Participants.class).block(id, BlockReason.ERASURE_DECIDED, house.the(Clock.class)));
    }

    @Nested
    class Registering {
        @Test
        @DisplayName("the first in a project is D-0001-3, the second the next, each with a key of their own")
        void numbers() {
            ParticipantSummary first = register();
            ParticipantSummary second = register();
            assertThat(first.pseudonym()).isEqualTo(Pseudonym.numbered(1));
            assertThat(second.pseudonym()).isEqualTo(Pseudonym.numbered(2));
            assertThat(house.the(SubjectKeys.class).state(SubjectId.of(first.id())))
                    .isEqualTo(KeyState.ACTIVE);
        }

        @Test
        @DisplayName("twenty at once get twenty pseudonyms")
        void concurrently() throws Exception {
            Callable<Pseudonym> one = () -> {
                house.as("ingrid", Role.RESEARCHER);
                return register().pseudonym();
            };
            var pool = Executors.newFixedThreadPool(8);
            try {
                List<Pseudonym> given = new ArrayList<>();
                for (Future<Pseudonym> each :
                        pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> one).toList())) {
                    given.add(each.get());
                }
                assertThat(given)
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                                .mapToObj(Pseudonym::numbered)
                                .toList());
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        @DisplayName("a sample that the approval does not have is refused, and nothing is stored")
        void unknownSample() {
            assertThatThrownBy(() -> house.doing(() -> house.the(RegisteringParticipant.class)
                            .register(project.id(), new NewParticipant(UUID.randomUUID()), RESEARCH)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("sample-unknown"));
            assertThat(all().total()).isZero();
        }

        @Test
        @DisplayName("possible on the last day of processing, refused on the day after")
        void lastDay() {
            house.on(AProject.ENDS);
            register();
            house.on(AProject.ENDS.plusDays(1));
            assertThatThrownBy(ParticipantsTest.this::register).isInstanceOf(RecordClosed.class);
        }

        @Test
        @DisplayName("somebody who is no member finds no project; a member with the wrong purpose is told so")
        void outsiders() {
            house.as("oyvind", Role.RESEARCHER);
            assertThatThrownBy(ParticipantsTest.this::register).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> house.as("ingrid", Role.RESEARCHER)
                            .doing(() -> house.the(RegisteringParticipant.class)
                                    .register(project.id(), new NewParticipant(project.consenting()), FOLLOW_UP)))
                    .isInstanceOf(PurposeNotAllowed.class);
        }
    }

    private Page<ParticipantSummary> all() {
        return page(ParticipantFilter.ALL, ParticipantSort.PSEUDONYM, new PageRequest(0, 200));
    }

    private Page<ParticipantSummary> page(ParticipantFilter filter, ParticipantSort sort, PageRequest request) {
        return house.doing(
                () -> house.the(ReadingParticipants.class).page(project.id(), filter, sort, request, RESEARCH));
    }

    @Nested
    class Reading {
        @Test
        @DisplayName("a page is filtered, sorted and cut by the database")
        void pages() {
            ParticipantSummary first = register();
            ParticipantSummary second = register();
            ParticipantId byLaw = project.aParticipantByLaw();
            block(second.id());

            assertThat(all().items())
                    .extracting(ParticipantSummary::id)
                    .containsExactly(first.id(), second.id(), byLaw);
            assertThat(page(ParticipantFilter.ALL, ParticipantSort.PSEUDONYM_DESCENDING, new PageRequest(1, 2))
                            .items())
                    .extracting(ParticipantSummary::id)
                    .containsExactly(first.id());
            assertThat(page(
                                    new ParticipantFilter(ParticipantState.BLOCKED, null, null),
                                    ParticipantSort.REGISTERED,
                                    new PageRequest(0, 10))
                            .items())
                    .extracting(ParticipantSummary::id)
                    .containsExactly(second.id());
            assertThat(page(
                                    new ParticipantFilter(null, project.byLaw(), null),
                                    ParticipantSort.REGISTERED_DESCENDING,
                                    new PageRequest(0, 10))
                            .items())
                    .extracting(ParticipantSummary::id)
                    .containsExactly(byLaw);
            assertThat(page(
                                    new ParticipantFilter(null, null, "d-0002"),
                                    ParticipantSort.PSEUDONYM,
                                    new PageRequest(0, 10))
                            .items())
                    .extracting(ParticipantSummary::id)
                    .containsExactly(second.id());
        }

        @Test
        @DisplayName("wildcards of the database are ordinary characters to a reader")
        void wildcards() {
            register();
            assertThat(page(new ParticipantFilter(null, null, "%"), ParticipantSort.PSEUDONYM, new PageRequest(0, 10))
                            .total())
                    .isZero();
            assertThat(page(new ParticipantFilter(null, null, "_"), ParticipantSort.PSEUDONYM, new PageRequest(0, 10))
                            .total())
                    .isZero();
        }

        @Test
        @DisplayName("opening tells that contact details exist, not what they say, and is on record")
        void details() {
            ParticipantId id = register().id();
            assertThat(open(id).hasContact()).isFalse();
            putContact(id);
            house.audited.clear();
            assertThat(open(id).hasContact()).isTrue();
            assertThat(house.audited).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("participant.read");
                assertThat(entry.participant()).isEqualTo(id);
                assertThat(entry.outcome()).isEqualTo(Outcome.ALLOWED);
            });
        }

        @Test
        @DisplayName("another project's researcher gets the answer of somebody who asks for nothing")
        void outsiders() {
            ParticipantId id = register().id();
            house.as("oyvind", Role.RESEARCHER);
            assertThatThrownBy(() -> open(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> open(ParticipantId.random())).isInstanceOf(NotFound.class);
        }
    }

    @Nested
    class ContactDetails {
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
            assertThatThrownBy(() ->
                            house.doing(() -> house.the(ContactRegister.class).read(id, PROJECT_ADMINISTRATION)))
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

    @Nested
    class Erasing {
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
            ErasureItem item = house.doing(
                            () -> participants.inventory(scope(id)).toList())
                    .get(0);
            assertThat(erase(item)).isTrue();
            assertThat(erase(item)).isFalse();
            assertThat(house.<Long>doing(() -> participants.remaining(scope(id))))
                    .isZero();
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
}
