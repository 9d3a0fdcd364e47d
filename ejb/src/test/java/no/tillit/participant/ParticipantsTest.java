package no.tillit.participant;

import static no.tillit.kernel.Purpose.FOLLOW_UP;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.tillit.access.PurposeNotAllowed;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ParticipantsTest extends ParticipantHouse {
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
}
