/** The API from outside. Open {@link no.tillit.system.api.MainJobTest} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.system.api;
