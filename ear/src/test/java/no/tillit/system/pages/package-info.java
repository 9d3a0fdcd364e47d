/**
 * The pages as people use them, in Debian's Chromium: every page by everyone who has it, the whole job, the keyboard, and
 * what must not work. Open {@link no.tillit.system.pages.WholeJobTest} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.system.pages;
