package no.tillit.document.anonymised;

import static no.tillit.testing.DocumentHouse.blobsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.anonymised.internal.ErasingDrafts;
import no.tillit.document.anonymised.internal.KeepingReleased;
import no.tillit.document.internal.ErasingDocuments;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.Purpose;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Anonymised material")
class AnonymisedMaterialTest extends MaterialDesk {
    @Test
    @DisplayName("stays when the project ends, is read then, and names nobody; the draft beside it goes with its key")
    void stays() throws IOException {
        MaterialId released = putForward(Set.of(source), "funn.txt", NOBODY);
        MaterialId draft = putForward(Set.of(), "utkast.csv", "age;answer\n30-40;yes\n");
        assertThat(opened(released).madeFrom()).isEqualTo(1);
        house.as("petra", Role.RESEARCHER);
        MaterialSummary after = openAndRelease(released);
        assertThat(after.state()).isEqualTo(MaterialState.RELEASED);
        assertThat(after.madeFrom()).isZero();
        house.on(AProject.ENDS.plusDays(1));
        var scope = new ErasureScope(
                project.id(),
                null,
                DeletionCause.END_OF_PROCESSING,
                Set.of(),
                AProject.ENDS,
                AProject.ENDS.plusDays(1));
        assertThat(inventory(KeepingReleased.class, scope)).singleElement().satisfies(item -> {
            assertThat(item.record()).isEqualTo(released.value());
            assertThat(item.decision().erases()).isFalse();
            assertThat(item.decision().reason().code()).isEqualTo("anonymised");
        });
        assertThat(inventory(ErasingDocuments.class, scope))
                .extracting(ErasureItem::record)
                .containsExactly(source.value());
        ErasureItem goes = inventory(ErasingDrafts.class, scope).get(0);
        assertThat(goes.record()).isEqualTo(draft.value());
        assertThat(read(released)).isEqualTo(NOBODY);
        assertRefused("document-restricted", () -> read(draft));
        assertThat(erasing(ErasingDrafts.class, goes)).isTrue();
        assertThat(erasing(ErasingDrafts.class, goes)).isFalse();
        assertThat(house.the(SubjectKeys.class).state(draft.keyOwner())).isEqualTo(KeyState.DESTROYED);
        assertThat(house.the(SubjectKeys.class).state(released.keyOwner())).isEqualTo(KeyState.ACTIVE);
        assertThat(remaining(ErasingDrafts.class, scope)).isZero();
        assertThat(remaining(KeepingReleased.class, scope)).isZero();
        assertThat(read(released)).isEqualTo(NOBODY);
        assertThatThrownBy(() -> putForward(Set.of(), "sent.txt", NOBODY)).isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("that leads to somebody after all keeps a deletion of the project from being certified")
    void leadsToSomebody() throws IOException {
        MaterialId released = putForward(Set.of(), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        openAndRelease(released);
        house.does(() -> house.the(jakarta.persistence.EntityManager.class)
                .createNativeQuery("INSERT INTO anonymised_source VALUES (:material, :person)")
                .setParameter("material", released.value())
                .setParameter("person", someone.value())
                .executeUpdate());
        var scope = new ErasureScope(project.id(), null, DeletionCause.MANUAL, Set.of(), TODAY, TODAY);
        assertThat(remaining(KeepingReleased.class, scope)).isGreaterThan(1);
    }

    @Test
    @DisplayName(
            "that still points to somebody is not kept, however it is written, and what points is said without saying to whom")
    void stillPersonal() {
        String pseudonym = house.doing(() -> house.the(Participants.class).ref(someone))
                .pseudonym()
                .value();
        long before = blobsIn(blobs);
        MaterialId id = begin(Set.of(source));
        String spaced = pseudonym.replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + pseudonym + " put it.");
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + spaced + " put it.");
        assertNotKept("pseudonym-in-text", id, "a.txt", "As " + pseudonym.replace("-", "") + " put it.");
        assertNotKept("pseudonym-in-name", id, pseudonym + ".txt", NOBODY);
        assertNotKept("record-id-in-text", id, "a.txt", "From " + someone.value());
        assertNotKept("record-id-in-text", id, "a.txt", "From " + source.value());
        assertNotKept("national-id-in-text", id, "a.txt", "Born 150880 00168".replace("150880 00168", syntheticId()));
        assertThat(blobsIn(blobs)).isEqualTo(before);
        assertThat(opened(id).state()).isEqualTo(MaterialState.BEGUN);
        attach(id, "a.txt", "D-9999-9 and 12345678901 are nobody here.");
        assertRefused("material-has-file", () -> attach(id, "b.txt", NOBODY));
    }

    @Test
    @DisplayName("goes with the person while it is a draft, and stays once it is released")
    void withdrawal() throws IOException {
        MaterialId released = putForward(Set.of(source), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        openAndRelease(released);
        house.as("ingrid", Role.RESEARCHER);
        MaterialId named = putForward(Set.of(source), "b.txt", NOBODY);
        MaterialId fromAll = putForward(Set.of(), "c.txt", NOBODY);
        MaterialId begun = begin(Set.of(source));
        house.as("jonas", Role.CASEWORKER);
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
        house.as("petra", Role.RESEARCHER);
        assertThat(read(released)).isEqualTo(NOBODY);
        assertRefused("document-restricted", () -> read(named));
        assertRefused("source-closed", () -> release(named, ALL));
        assertRefused("not-found", () -> opened(begun));
        var scope = new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        List<ErasureItem> goes = inventory(ErasingDrafts.class, scope);
        assertThat(goes).extracting(ErasureItem::record).containsExactlyInAnyOrder(named.value(), fromAll.value());
        assertThat(inventory(KeepingReleased.class, scope)).isEmpty();
        goes.forEach(item -> assertThat(erasing(ErasingDrafts.class, item)).isTrue());
        assertThat(remaining(ErasingDrafts.class, scope)).isZero();
        var partly =
                new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of("share-plan"), TODAY, TODAY);
        assertThat(inventory(ErasingDrafts.class, partly)).isEmpty();
        assertThat(read(released)).isEqualTo(NOBODY);
    }
}
