package no.tillit.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse, and sees where they are at every stop. */
final class Keyboard {
    private static final int STOPS = 120;

    private Keyboard() {}

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
}
