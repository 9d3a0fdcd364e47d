package no.tillit.system.pages;

import static no.tillit.system.pages.Hands.notice;
import static no.tillit.system.pages.Hands.open;
import static no.tillit.system.pages.Hands.path;
import static no.tillit.system.pages.Hands.refuseWrongFile;
import static no.tillit.system.pages.Hands.upload;
import static no.tillit.system.pages.Hands.uploadAs;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.tillit.system.Browser;
import no.tillit.system.Eventually;
import no.tillit.system.Story;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The whole job in the browser")
class WholeJobTest {
    private static final String SAID = "Det viktigste var en som ventet ved porten.";

    @Test
    @DisplayName("from an approval to a certificate of deletion, by five people")
    void fromApprovalToCertificate(@TempDir Path folder) throws IOException {
        String name = "Prøve " + Story.reference();
        var files = new SmallFiles(folder);
        String participant;

        try (Browser solveig = Browser.open().logIn("solveig")) {
            registerProject(solveig.page(), name);
            addMember(solveig.page(), "ingrid", "RESEARCHER");
            addMember(solveig.page(), "jonas", "CASEWORKER");
            solveig.assertAccessible();
            solveig.screenshot("job-members");
        }
        try (Browser ingrid = Browser.open().logIn("ingrid")) {
            Page page = ingrid.page();
            ingrid.go("/project/projects.xhtml");
            open(page, name);
            ingrid.screenshot("job-project");
            open(page, "0 deltakere");
            participant = registerParticipant(page);
            addContact(page);
            recordConsent(page);
            upload(page, files.scan());
            page.waitForURL("**/participant/participant.xhtml**");
            notice(page, "Filen er lastet opp");
            createInterview(page);
            refuseWrongFile(page, files);
            uploadAs(page, "AUDIO_RECORDING", files.recording());
            uploadAs(page, "AUDIO_RECORDING", files.compressed());
            uploadAs(page, "INTERVIEW_NOTES", files.office("docx", SAID));
            uploadAs(page, "INTERVIEW_NOTES", files.office("odt", SAID));
            uploadAs(page, "INTERVIEW_NOTES", files.office("pdf", SAID));
            uploadAs(page, "TRANSCRIPT", files.text("utskrift.txt", SAID));
            ingrid.screenshot("job-interview");
            readTranscript(page);
            listen(page, participant);
            ingrid.go(participant);
            ingrid.screenshot("job-participant");
            ingrid.assertAccessible();
            withdraw(page);
            assertThat(page.locator("main").innerText()).contains("Sperret", "Trakk alt samtykke");
            assertBlocked(page);
        }
        String job;
        try (Browser marit = Browser.open().logIn("marit")) {
            job = present(marit, participant);
            marit.assertAccessible();
            marit.screenshot("job-deletion-privacy-officer");
        }
        try (Browser henrik = Browser.open().logIn("henrik")) {
            approve(henrik, job);
            certificate(henrik.page());
            henrik.screenshot("job-deletion-completed");
            henrik.assertAccessible();
        }
        try (Browser ingrid = Browser.open().logIn("ingrid")) {
            assertThat(ingrid.page().navigate(participant).status()).isEqualTo(404);
        }
        try (Browser audun = Browser.open().logIn("audun")) {
            audun.go("/audit/entries.xhtml?action=deletion-job.decided");
            assertThat(audun.page().locator("tbody tr").first().innerText()).contains("henrik", "Tillatt");
            audun.screenshot("job-audit");
        }
    }

    private static void registerProject(Page page, String name) {
        page.navigate("/project/register-project.xhtml");
        page.locator("#save").click();
        assertThat(page.locator("#feil").innerText()).contains("Navn: fyll inn dette feltet.");
        page.locator("#feil a").first().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");

        page.locator("#name").fill(name);
        page.locator("#controller").fill("Høgskolen i Elvebakken");
        page.locator("#reference").fill(Story.reference());
        page.locator("#assessedOn").fill(Story.today().minusMonths(6).toString());
        page.locator("#endsOn").fill(Story.today().plusYears(2).toString());
        page.locator("#purpose").fill("Finne ut hva som hjelper.");
        page.locator("[id='samples:0:name']").fill("Deltakere i tiltaket");
        page.locator("#addSample").click();
        page.locator("[id='samples:1:name']").fill("Veiledere");
        page.locator("[id='samples:1:confidentiality']").check();
        assertThat(page.locator("[id='samples:0:name']").inputValue()).isEqualTo("Deltakere i tiltaket");
        page.getByLabel("Vanlige personopplysninger").check();
        page.getByLabel("Intervju med én person").check();
        page.getByLabel("Lydopptak").check();
        page.locator("#save").click();
        notice(page, "Prosjektet er registrert");
    }

    private static void addMember(Page page, String username, String role) {
        page.locator("#username").fill(username);
        page.locator("#role").selectOption(role);
        page.locator("#contacts").check();
        page.locator("#save").click();
        notice(page, username + " er nå");
    }

    private static String registerParticipant(Page page) {
        open(page, "Registrer deltaker");
        page.locator("#save").click();
        notice(page, "er registrert");
        assertThat(page.locator("h1").innerText()).startsWith("D-0001-3");
        return path(page);
    }

    private static void addContact(Page page) {
        open(page, "Legg inn kontaktopplysninger");
        page.getByLabel("Forskning").check();
        page.locator("#name").fill("Kari Prøve");
        page.locator("#phone").fill("ring meg");
        page.locator("#save").click();
        assertThat(page.locator("#feil").innerText()).contains("Skriv telefonnummeret");
        page.locator("#phone").fill("400 00 000");
        page.locator("#save").click();
        notice(page, "Kontaktopplysningene er lagret");
        open(page, "Vis kontaktopplysninger");
        assertThat(page.content()).doesNotContain("Kari Prøve");
        page.getByLabel("Forskning").check();
        page.locator("#show").click();
        assertThat(page.locator("#name").inputValue()).isEqualTo("Kari Prøve");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Du er her"))
                .getByText("D-0001-3")
                .click();
    }

    private static void recordConsent(Page page) {
        open(page, "Registrer samtykke");
        page.locator("#signedOn").fill(Story.today().minusDays(10).toString());
        answer(page, "Intervju", "Ja");
        answer(page, "Lydopptak av intervjuet", "Ja");
        answer(page, "Å bli spurt igjen senere", "Nei");
        page.locator("#save").click();
        notice(page, "Samtykket er registrert");
    }

    private static void answer(Page page, String item, String answer) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(item).setExact(true))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private static void createInterview(Page page) {
        open(page, "Nytt intervju");
        page.locator("#heldOn").fill(Story.today().plusDays(1).toString());
        page.locator("#recorded").check();
        page.locator("#save").click();
        assertThat(page.locator("#feil").innerText()).contains("i framtiden");
        page.locator("#heldOn").fill(Story.today().minusDays(5).toString());
        page.locator("#minutes").fill("47");
        page.locator("#save").click();
        notice(page, "Intervjuet er registrert");
    }

    private static void readTranscript(Page page) throws IOException {
        open(page, "Transkripsjon");
        assertThat(page.content()).doesNotContain(SAID);
        open(page, "Vis teksten");
        assertThat(page.locator("pre.text").innerText()).contains(SAID);
        Download file = page.waitForDownload(() -> page.getByText("Last ned").click());
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).isEqualTo(SAID);
        assertThat(file.suggestedFilename()).isEqualTo("utskrift.txt");
    }

    private static void listen(Page page, String participant) {
        page.navigate(participant);
        open(page, "Lydopptak");
        Object seconds = page.evaluate("() => new Promise((done, fail) => { const a = document.querySelector('audio');"
                + " a.addEventListener('loadedmetadata', () => done(Math.round(a.duration)));"
                + " a.addEventListener('error', () => fail(a.error?.message)); a.preload = 'metadata'; a.load(); })");
        assertThat(seconds).isEqualTo(2);
    }

    private static void withdraw(Page page) {
        open(page, "Trekk samtykke");
        page.locator("#save").click();
        notice(page, "Samtykket er trukket");
    }

    private static void assertBlocked(Page page) {
        page.getByText("Transkripsjon", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("main").innerText()).contains("sperret").doesNotContain("Last ned");
    }

    private static String present(Browser marit, String participant) {
        Page page = marit.page();
        marit.go(participant);
        open(page, "Foreslå sletting");
        page.getByLabel("Samtykket tok slutt").check();
        page.locator("#save").click();
        notice(page, "Opptellingen er klar");
        assertThat(page.locator("h1").innerText()).contains("Slett alt om D-0001-3");
        assertThat(page.locator("table").innerText()).contains("Dokumenter", "Kontaktopplysninger", "I alt");
        assertThat(page.locator("main").innerText()).contains("En annen må godkjenne");
        assertThat(page.locator("#approve").count()).isZero();
        return path(page);
    }

    private static void approve(Browser henrik, String job) {
        henrik.go(job);
        henrik.page().locator("#approve").click();
        notice(henrik.page(), "Slettingen er godkjent");
        Eventually.within(
                Duration.ofSeconds(90),
                () -> henrik.go(job).page().locator("h1").innerText(),
                heading -> heading.contains("Slettet og kontrollert"));
    }

    private static void certificate(Page page) throws IOException {
        Download pdf = page.waitForDownload(
                () -> page.getByText("Last ned slettebekreftelsen").click());
        byte[] bytes = Files.readAllBytes(pdf.path());
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.suggestedFilename()).startsWith("slettebekreftelse-").endsWith(".pdf");
    }
}
