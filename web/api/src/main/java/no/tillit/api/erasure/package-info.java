/** Deletion jobs and their certificates over the API. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.erasure;
