/** The API under {@code /api/v1}: bearer tokens only, JSON, RFC 9457 problems. Open {@link no.tillit.api.ApiApplication}. */
@org.jspecify.annotations.NullMarked
package no.tillit.api;
