package no.tillit.system.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import no.tillit.system.Browser;
import no.tillit.system.Stack;

/** Pictures of the main pages: for the README when {@code -Dtillit.pictures=true} asks for them, otherwise to look at. */
final class Pictures {
    private Pictures() {}

    static void take(Browser browser, String name) {
        Path folder = Boolean.getBoolean("tillit.pictures")
                ? Stack.source("docs/screenshots")
                : Stack.target().resolve("screenshots");
        browser.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
