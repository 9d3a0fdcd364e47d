/** The audit log over the API. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.audit;
