package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium, driven as a person would. Each one has cookies of its own; closing it forgets them. Pages are checked
 * against WCAG 2.2 A and AA with {@link #assertAccessible()}.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--font-render-hinting=none");

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final BrowserContext context;
    private final Page page;

    private Browser(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
    }

    /** A browser of someone who reads bokmål. */
    public static Browser open() {
        return open("nb");
    }

    /** A browser of someone who reads that language: nb, nn or en. */
    public static synchronized Browser open(String language) {
        if (chromium == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(FLAGS));
        }
        return new Browser(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(Stack.get().pages())
                .setLocale("en".equals(language) ? "en-GB" : language + "-NO")
                .setTimezoneId("Europe/Oslo")
                .setViewportSize(1280, 900)));
    }

    static synchronized void stop() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            chromium = null;
        }
    }

    public Page page() {
        return page;
    }

    /** Opens a path of the pages, such as {@code /project/projects.xhtml}. */
    public Browser go(String path) {
        page.navigate(path);
        return this;
    }

    /** Opens the start page and logs in as that demo user. */
    public Browser logIn(String username) {
        page.navigate("/");
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(Stack.get().pages()));
        return this;
    }

    /** Fails with every violation of WCAG 2.2 A and AA on the page as it stands. */
    public Browser assertAccessible() {
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Browser::tell)
                        .toList();
        assertThat(violations).as("violations on " + page.url()).isEmpty();
        return this;
    }

    /** Goes on with the Tab key to the element with this id, as somebody does who uses no mouse. */
    public Browser tabTo(String id) {
        var there = page.locator("[id='" + id + "']");
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(there.evaluate("e => e === document.activeElement"))) {
                return this;
            }
        }
        throw new AssertionError("The keyboard does not reach " + id + " on " + page.url());
    }

    /** As {@link #tabTo}, and presses Enter there. */
    public Browser press(String id) {
        tabTo(id).page.keyboard().press("Enter");
        return this;
    }

    /** Keeps a picture of the page in {@code target/screenshots}. */
    public Browser screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Stack.target().resolve("screenshots").resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** The cookies that the browser holds now. */
    public List<Cookie> cookies() {
        return context.cookies();
    }

    private static String tell(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
