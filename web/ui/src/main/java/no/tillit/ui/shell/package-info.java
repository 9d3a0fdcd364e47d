/**
 * What every page stands in: menu, language, headers, messages, errors, log out. Open {@link no.tillit.ui.shell.Menu}
 * first, then {@code WEB-INF/templates/page.xhtml}.
 *
 * <p>May use any feature's base package in {@code ejb}; knows no other package of the pages. Why there is neither a
 * component library nor script in the pages is told in {@code docs/adr}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.shell;
