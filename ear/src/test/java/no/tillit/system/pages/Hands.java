package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What hands do on any page: follow a link, send a file, read the notice. */
final class Hands {
    private Hands() {}

    static void refuseWrongFile(Page page, SmallFiles files) {
        page.locator("#upload-type").selectOption("TRANSCRIPT");
        page.locator("#upload-file").setInputFiles(files.text("opptak.mp3", "ikke lyd"));
        page.locator("[data-part=send]").click();
        page.locator("[data-part=error]").waitFor();
        assertThat(page.locator("[data-part=error-text]").innerText()).contains("filtypen kan ikke brukes");
        page.reload();
        assertThat(page.locator("main").innerText()).contains("Ingenting er lastet opp ennå");
    }

    static void uploadAs(Page page, String type, Path file) {
        page.locator("#upload-type").selectOption(type);
        upload(page, file);
        page.locator(".list .sub")
                .filter(new Locator.FilterOptions()
                        .setHasText(file.getFileName().toString()))
                .waitFor();
    }

    static void upload(Page page, Path file) {
        page.locator("#upload-file").setInputFiles(file);
        var answer = page.waitForResponse(
                "**/upload?**", () -> page.locator("[data-part=send]").click());
        assertThat(answer.status()).isEqualTo(201);
    }

    static void open(Page page, String link) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    static void notice(Page page, String text) {
        page.locator(".notice")
                .filter(new Locator.FilterOptions().setHasText(text))
                .waitFor();
    }

    static String path(Page page) {
        Matcher path = Pattern.compile("https?://[^/]+(/.*)").matcher(page.url());
        assertThat(path.matches()).isTrue();
        return path.group(1);
    }
}
