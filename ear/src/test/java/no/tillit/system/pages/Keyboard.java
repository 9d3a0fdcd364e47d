package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import no.tillit.system.Browser;

/** Somebody who has no mouse, and sees where they are at every stop. */
final class Keyboard {
    private static final int STOPS = 120;

    private Keyboard() {}

    /** What somebody does on the pages. */
    @FunctionalInterface
    interface Walk {
        void on(Browser browser, Page page);
    }

    /** That person opens that address and stands at its first stop; from there on there are only keys. */
    static void walk(String username, String address, Walk walk) {
        try (Browser browser = Browser.open().logIn(username)) {
            Page page = browser.page();
            browser.go(address);
            page.keyboard().press("Tab");
            walk.on(browser, page);
        }
    }

    /** Presses Tab until the first element of this selector has the focus. */
    static void to(Page page, String selector) {
        for (int i = 0; i < STOPS; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("(() => { const s = getComputedStyle(document.activeElement);"
                            + " return document.activeElement.type === 'date' || s.outlineStyle !== 'none'"
                            + " || s.boxShadow !== 'none'; })()"))
                    .as("visible focus at stop " + i + ", " + page.evaluate("document.activeElement.id"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(
                    page.evaluate("wanted => document.activeElement === document.querySelector(wanted)", selector))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    /** Goes to a link or a button and presses it. */
    static void press(Page page, String selector) {
        to(page, selector);
        page.keyboard().press("Enter");
    }

    /** Goes to a box or a button of several and chooses it. */
    static void choose(Page page, String selector) {
        to(page, selector);
        page.keyboard().press("Space");
    }

    /** Goes to a field and writes in it. */
    static void write(Page page, String selector, String text) {
        to(page, selector);
        page.keyboard().type(text);
    }

    /** A date field has stops of its own inside, in an order that depends on the browser's language. */
    static void date(Page page, String selector, Object day) {
        to(page, selector);
        page.evaluate("day => { document.activeElement.value = day; }", day.toString());
    }

    /** From the summary of what is wrong, which has the focus, to the field of the first problem. */
    static void followFirstProblem(Page page) {
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }

    /** The id of what has the focus. */
    static Object focus(Page page) {
        return page.evaluate("document.activeElement.id");
    }
}
