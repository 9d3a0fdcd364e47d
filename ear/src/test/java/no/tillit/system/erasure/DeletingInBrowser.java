package no.tillit.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.erasure.DeletionCause;
import no.tillit.system.Browser;
import no.tillit.system.Story;

/** From the reason to the certificate, on the pages, by three people with a browser each. */
final class DeletingInBrowser implements AutoCloseable {
    private static final Pattern JOB = Pattern.compile("id=([0-9a-f-]{36})");

    private final Browser ingrid = Browser.open().logIn("ingrid");
    private final Browser marit = Browser.open().logIn("marit");
    private final Browser henrik = Browser.open().logIn("henrik");

    /** Proposed, presented by marit and approved by henrik; the job. */
    String approved(Doomed doomed) {
        String job =
                switch (doomed.cause) {
                    case WITHDRAWAL -> {
                        withdraw(doomed);
                        yield presented(doomed);
                    }
                    case SCHEDULE, END_OF_PROCESSING -> presented(doomed);
                    case MANUAL, REQUEST -> proposed(doomed);
                };
        Page page = henrik.go("/erasure/deletion-job.xhtml?id=" + job).page();
        assertThat(page.locator("main table").first().innerText()).contains("Dokumenter");
        page.locator("#approve").click();
        notice(page, "Slettingen er godkjent");
        leave();
        return job;
    }

    private void withdraw(Doomed doomed) {
        Page page = ingrid.go("/participant/participant.xhtml?id=" + doomed.person.id())
                .page();
        page.locator("main a", new Page.LocatorOptions().setHasText("Trekk samtykke"))
                .first()
                .click();
        page.locator("#save").click();
        notice(page, "Samtykket er trukket");
    }

    /** The list shows what the system proposed; somebody has to answer for it before another can approve. */
    private String presented(Doomed doomed) {
        marit.go("/erasure/deletion-jobs.xhtml");
        Page page = marit.go("/erasure/deletion-jobs.xhtml?state=PROPOSED&in=" + doomed.project.id)
                .page();
        Locator row = page.locator("main tbody tr");
        if (!doomed.isOfTheProject()) {
            row = row.filter(new Locator.FilterOptions().setHasText(doomed.person.pseudonym()));
        }
        row.locator("a").click();
        page.locator("#present").click();
        notice(page, "Slettingen er lagt fram");
        return job(page);
    }

    private String proposed(Doomed doomed) {
        Page page = marit.go("/participant/participant.xhtml?id=" + doomed.person.id())
                .page();
        page.locator("main a", new Page.LocatorOptions().setHasText("Foreslå sletting"))
                .first()
                .click();
        page.locator("input[value=" + doomed.cause + "]").check();
        if (doomed.cause == DeletionCause.REQUEST) {
            page.locator("#receivedOn").fill(Story.today().toString());
            page.locator("#receivedBy").fill("marit");
        }
        page.locator("#save").click();
        notice(page, "Opptellingen er klar");
        assertThat(page.locator("#approve").count()).isZero();
        return job(page);
    }

    /** Waits for the end, and downloads the certificate as henrik does. */
    void certificate(String job, Path into) {
        Deletions.awaitState(job, "completed");
        Page page = henrik.go("/erasure/deletion-job.xhtml?id=" + job).page();
        assertThat(page.locator("h1").innerText()).contains("Slettet og kontrollert");
        Download pdf = page.waitForDownload(
                () -> page.locator("a[href^='/certificate']").click());
        pdf.saveAs(into);
    }

    /** The page of a job that runs loads itself anew, also while another address is being opened. */
    private void leave() {
        henrik.go("/");
    }

    private static String job(Page page) {
        Matcher id = JOB.matcher(page.url());
        assertThat(id.find()).as(page.url()).isTrue();
        return id.group(1);
    }

    private static void notice(Page page, String text) {
        page.locator(".notice")
                .filter(new Locator.FilterOptions().setHasText(text))
                .waitFor();
    }

    @Override
    public void close() {
        ingrid.close();
        marit.close();
        henrik.close();
    }
}
