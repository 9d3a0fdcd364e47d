package no.tillit.document.anonymised;

import static no.tillit.testing.DocumentHouse.blobsIn;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.tillit.access.Role;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.document.anonymised.internal.ErasingDrafts;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Anonymised material and its second person")
class ReleasingMaterialTest extends MaterialDesk {
    @Test
    @DisplayName("is released by a second person who has looked for everything")
    void fourEyes() throws IOException {
        assertRefused(
                "checks-missing",
                () -> house.doing(() -> house.the(PuttingForward.class)
                        .begin(new NewMaterial(project.id(), Set.of(), Set.of(AnonymityCheck.NAMES)))));
        MaterialId id = putForward(Set.of(), "funn.txt", NOBODY);
        assertRefused("material-second-person", () -> release(id, ALL));
        house.as("petra", Role.RESEARCHER);
        assertRefused("checks-missing", () -> release(id, Set.of(AnonymityCheck.NAMES)));
        openAndRelease(id);
        assertRefused("material-not-waiting", () -> release(id, ALL));
        assertThat(house.audited)
                .filteredOn(e -> e.action().equals("anonymised.decided"))
                .extracting(e -> e.reason())
                .containsExactly("material-second-person", "checks-missing", null, "material-not-waiting");
        house.as("jonas", Role.CASEWORKER);
        assertRefused("not-found", () -> read(id));
    }

    @Test
    @DisplayName("is checked again when it is released: somebody may have got a name meanwhile")
    void checkedAgain() throws IOException {
        MaterialId id = putForward(
                Set.of(),
                "a.txt",
                "Perhaps D-0002-1, D-0002-2, D-0002-3, D-0002-4, D-0002-5, "
                        + "D-0002-6, D-0002-7, D-0002-8, D-0002-9 or D-0002-0.");
        project.aParticipant();
        house.as("petra", Role.RESEARCHER);
        read(id);
        assertRefused("pseudonym-in-text", () -> release(id, ALL));
        assertThat(opened(id).state()).isEqualTo(MaterialState.PUT_FORWARD);
    }

    @Test
    @DisplayName("that is refused is erased at once, and says what was not done")
    void refused() {
        long before = blobsIn(blobs);
        MaterialId id = putForward(Set.of(), "a.txt", NOBODY);
        assertRefused("material-second-person", () -> refuse(id));
        house.as("solveig", Role.PROJECT_LEAD);
        house.doing(() -> house.the(DecidingMaterial.class).refuse(id, Set.of(AnonymityCheck.RARE_COMBINATIONS)));
        assertThat(blobsIn(blobs)).isEqualTo(before);
        assertThat(opened(id)).satisfies(now -> {
            assertThat(now.state()).isEqualTo(MaterialState.REFUSED);
            assertThat(now.failed()).containsExactly(AnonymityCheck.RARE_COMBINATIONS);
            assertThat(now.document()).isNull();
        });
        assertThat(house.the(SubjectKeys.class).state(id.keyOwner())).isEqualTo(KeyState.DESTROYED);
    }

    @Test
    @DisplayName(
            "is released by who has had the whole file since it was put forward: a colleague's look, a part or the text alone is not that")
    void openedFirst() throws IOException {
        MaterialId id = putForward(Set.of(), "a.txt", NOBODY);
        DocumentId file = Objects.requireNonNull(opened(id).document());
        house.as("solveig", Role.PROJECT_LEAD);
        content(file, Purpose.PROJECT_ADMINISTRATION).writeTo(new ByteArrayOutputStream());
        house.as("petra", Role.RESEARCHER);
        assertThat(hasOpened(id)).isFalse();
        assertRefused("material-not-opened", () -> release(id, ALL));
        content(file, Purpose.RESEARCH).writeTo(new ByteArrayOutputStream(), 0, NOBODY.length() - 1);
        house.doing(() -> house.the(ReadingDocuments.class).text(file, Purpose.RESEARCH))
                .writeTo(new ByteArrayOutputStream());
        assertThat(hasOpened(id)).isFalse();
        assertRefused("material-not-opened", () -> release(id, ALL));
        read(id);
        read(id);
        assertThat(hasOpened(id)).isTrue();
        MaterialId other = putForwardBy("ingrid", "b.txt");
        house.as("petra", Role.RESEARCHER);
        assertRefused("material-not-opened", () -> release(other, ALL));
        release(id, ALL);
        assertThat(openers(id)).containsExactly("petra");
        assertThat(house.audited)
                .filteredOn(e -> "material-not-opened".equals(e.reason()))
                .hasSize(3)
                .allMatch(e -> e.action().equals("anonymised.decided"));
    }

    @Test
    @DisplayName("knows who opened a draft no longer than the draft")
    void openingsGoWithDraft() throws IOException {
        MaterialId id = putForward(Set.of(source), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        read(id);
        assertThat(openers(id)).containsExactly("petra");
        var scope = new ErasureScope(project.id(), someone, DeletionCause.MANUAL, Set.of(), TODAY, TODAY);
        inventory(ErasingDrafts.class, scope).forEach(item -> erasing(ErasingDrafts.class, item));
        assertThat(openers(id)).isEmpty();
    }

    @Test
    @DisplayName("waits for a withdrawal that has begun, also of somebody it does not name, and is refused then")
    void withdrawalMeanwhile() throws Exception {
        MaterialId id = putForward(Set.of(), "a.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        read(id);
        var withdrawn = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> withdrawal =
                    pool.submit(() -> house.as("jonas", Role.CASEWORKER).doing(() -> {
                        house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP);
                        withdrawn.countDown();
                        mayCommit.await();
                        return true;
                    }));
            withdrawn.await();
            Future<?> release = pool.submit(() -> {
                house.as("petra", Role.RESEARCHER);
                release(id, ALL);
            });
            assertThatThrownBy(() -> release.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            mayCommit.countDown();
            withdrawal.get();
            assertThatThrownBy(release::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.code()).isEqualTo("source-closed"));
        } finally {
            pool.shutdownNow();
        }
    }
}
