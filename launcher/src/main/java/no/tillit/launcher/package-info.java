/**
 * The whole of Tillit on one machine, for trying and testing: an embedded PostgreSQL, Keycloak with the development realm, the
 * intake, and the distribution exactly as an organisation installs it. Open {@link no.tillit.launcher.RunningStack} first;
 * {@link no.tillit.launcher.Launcher} is the command, the tests use the same classes with ports and a folder of their own.
 */
@NullMarked
package no.tillit.launcher;

import org.jspecify.annotations.NullMarked;
