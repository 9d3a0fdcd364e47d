package no.tillit.document.anonymised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.anonymised.internal.ErasingDrafts;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What somebody should know of anonymised material")
class MaterialNewsTest extends MaterialDesk {
    @Test
    @DisplayName(
            "waits for whoever has not worked on it, a page at a time, and for nobody once it is decided or closed")
    void waits() throws IOException {
        MaterialId first = putForward(Set.of(source), "a.txt", NOBODY);
        house.at(TODAY, java.time.LocalTime.NOON);
        MaterialId second = putForward(Set.of(), "b.txt", NOBODY);
        begin(Set.of());
        assertThat(waiting(0)).isEmpty();
        house.as("petra", Role.RESEARCHER);
        assertThat(waiting(0)).containsExactly(first);
        assertThat(waiting(1)).containsExactly(second);
        assertThat(news(0).waiting().total()).isEqualTo(2);
        openAndRelease(second);
        assertThat(news(0).waiting().total()).isEqualTo(1);
        house.as("marit", Role.PRIVACY_OFFICER);
        assertThat(waiting(0)).isEmpty();
        house.as("jonas", Role.CASEWORKER);
        assertRefused("not-found", () -> news(0));
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
        house.as("petra", Role.RESEARCHER);
        assertThat(waiting(0)).isEmpty();
        assertThat(house.doing(() -> house.the(ReadingMaterial.class).readiness(first)))
                .isEqualTo(Readiness.CLOSED);
    }

    @Test
    @DisplayName("of who sent only the file waits for others than both")
    void sentByAnother() {
        MaterialId id = begin(Set.of());
        house.as("petra", Role.RESEARCHER);
        attach(id, "a.txt", NOBODY);
        assertThat(waiting(0)).isEmpty();
        house.as("ingrid", Role.RESEARCHER);
        assertThat(waiting(0)).isEmpty();
        house.as("solveig", Role.PROJECT_LEAD);
        assertThat(waiting(0)).containsExactly(id);
    }

    @Test
    @DisplayName(
            "tells its author, once and for a month, that a withdrawal or an erasure took a draft, and not of whom")
    void vanished() {
        MaterialId sent = putForward(Set.of(source), "a.txt", NOBODY);
        MaterialId begun = begin(Set.of(source));
        assertThat(news(0).vanished()).isEmpty();
        house.as("jonas", Role.CASEWORKER);
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
        house.as("ingrid", Role.RESEARCHER);
        assertThat(vanishedIds()).containsExactlyInAnyOrder(sent, begun);
        house.on(TODAY.plusDays(20));
        var scope = new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        inventory(ErasingDrafts.class, scope).forEach(item -> erasing(ErasingDrafts.class, item));
        assertThat(vanishedIds()).containsExactlyInAnyOrder(sent, begun);
        house.as("petra", Role.RESEARCHER);
        assertThat(news(0).vanished()).isEmpty();
        house.as("ingrid", Role.RESEARCHER);
        MaterialId fromAll = putForward(Set.of(), "c.txt", NOBODY);
        var later = new ErasureScope(
                project.id(), someone, DeletionCause.MANUAL, Set.of(), TODAY.plusDays(20), TODAY.plusDays(20));
        inventory(ErasingDrafts.class, later).forEach(item -> erasing(ErasingDrafts.class, item));
        house.on(TODAY.plusDays(31));
        assertThat(vanishedIds()).containsExactly(fromAll);
    }

    @Test
    @DisplayName("says nothing of a draft that went with the whole project, or was refused")
    void notAtTheEnd() {
        putForward(Set.of(), "a.txt", NOBODY);
        MaterialId refused = putForward(Set.of(), "b.txt", NOBODY);
        house.as("petra", Role.RESEARCHER);
        refuse(refused);
        house.as("ingrid", Role.RESEARCHER);
        var scope = new ErasureScope(project.id(), null, DeletionCause.MANUAL, Set.of(), TODAY, TODAY);
        inventory(ErasingDrafts.class, scope).forEach(item -> erasing(ErasingDrafts.class, item));
        assertThat(news(0).vanished()).isEmpty();
    }

    private MaterialNews news(int page) {
        return house.doing(() -> house.the(ReadingMaterial.class).news(project.id(), new PageRequest(page, 1)));
    }

    private List<MaterialId> waiting(int page) {
        return news(page).waiting().items().stream().map(MaterialSummary::id).toList();
    }

    private List<MaterialId> vanishedIds() {
        return news(0).vanished().stream().map(VanishedDraft::id).toList();
    }
}
