/**
 * What pages and API do alike towards the server they run in. Open {@link no.tillit.web.UnwantedBodies}: it is all there is.
 *
 * <p>The only place of ours that knows Undertow. Lies in the EAR's {@code lib}; each WAR names it in {@code META-INF/services}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.web;
