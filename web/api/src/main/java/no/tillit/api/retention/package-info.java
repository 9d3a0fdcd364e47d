/** Retention schedules, what is due, and holds over the API. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.retention;
