/**
 * The operator's command line: what is done to an installation from outside the application. Open
 * {@link no.tillit.admin.TillitAdmin} first.
 */
@NullMarked
package no.tillit.admin;

import org.jspecify.annotations.NullMarked;
