/**
 * Tests of the whole: pages, API and server as they are installed, on a stack that is started once for all of them. Open
 * {@link no.tillit.system.Stack} first, then {@link no.tillit.system.Api} and {@link no.tillit.system.Browser}.
 */
@NullMarked
package no.tillit.system;

import org.jspecify.annotations.NullMarked;
