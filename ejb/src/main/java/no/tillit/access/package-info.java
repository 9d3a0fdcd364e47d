/**
 * Who may do what: role × project membership × purpose. Open {@link no.tillit.access.AccessTable} first: it is the whole
 * policy on one page. {@link no.tillit.access.Access} asks it.
 * {@link no.tillit.access.VisibleRows} is the second wall, in the database.
 *
 * <p>Floor 2: may use {@code kernel} and {@code audit}. Membership comes from our own database on every request (O-25);
 * roles come from Keycloak. What the state of a record adds (consent, blocking) the features above ask themselves.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.access;
