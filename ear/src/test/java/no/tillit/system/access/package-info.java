/**
 * Who may do what, asked of the running system from outside: every endpoint and every page, as everybody, for every purpose, on
 * records in every state. What is expected stands in {@code ear/src/test/resources/access}: read {@code endpoints.txt} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.system.access;
