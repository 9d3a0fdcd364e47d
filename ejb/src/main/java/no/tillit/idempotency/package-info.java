/**
 * A creation that is sent twice happens once. Open {@link no.tillit.idempotency.Requests}.
 *
 * <p>Floor 3: may use {@code kernel} and {@code access}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.idempotency;
