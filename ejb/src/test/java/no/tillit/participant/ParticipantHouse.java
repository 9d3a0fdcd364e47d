package no.tillit.participant;

import static no.tillit.kernel.Purpose.RESEARCH;

import no.tillit.kernel.Clock;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.testing.AProject;
import no.tillit.testing.House;

/** A project whose participants are registered, opened and reached as a researcher does it. */
abstract class ParticipantHouse {
    static final Contact CONTACT =
            new Contact("Kari Eksempel", "22 33 44 55", "kari@example.no", "Veien 1, 0001 Oslo", "Ring etter 16");

    final House house = new House();
    final AProject project = AProject.in(house);

    ParticipantSummary register() {
        return house.doing(() -> house.the(RegisteringParticipant.class)
                .register(project.id(), new NewParticipant(project.consenting()), RESEARCH));
    }

    ParticipantDetails open(ParticipantId id) {
        return house.doing(() -> house.the(ReadingParticipants.class).open(id, RESEARCH));
    }

    void putContact(ParticipantId id) {
        house.does(() -> house.the(ContactRegister.class).put(id, CONTACT, RESEARCH));
    }

    Contact readContact(ParticipantId id) {
        return house.doing(() -> house.the(ContactRegister.class).read(id, RESEARCH));
    }

    void block(ParticipantId id) {
        house.does(() -> house.the(Participants.class).block(id, BlockReason.ERASURE_DECIDED, house.the(Clock.class)));
    }

    Page<ParticipantSummary> all() {
        return page(ParticipantFilter.ALL, ParticipantSort.PSEUDONYM, new PageRequest(0, 200));
    }

    Page<ParticipantSummary> page(ParticipantFilter filter, ParticipantSort sort, PageRequest request) {
        return house.doing(
                () -> house.the(ReadingParticipants.class).page(project.id(), filter, sort, request, RESEARCH));
    }
}
