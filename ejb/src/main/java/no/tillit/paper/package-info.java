/**
 * What the application prints: tagged PDF/A that keeps and can be read aloud. Open {@link no.tillit.paper.Paper}.
 *
 * <p>Floor 1: may use {@code kernel}. Each feature writes its own XHTML and words. Decision: ADR 0132.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.paper;
