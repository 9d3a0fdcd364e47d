/**
 * The pages. Each feature has a package here with the name it has in {@code ejb}, and its {@code .xhtml} files in a folder
 * of that name. Open {@link no.tillit.ui.shell} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.ui;
