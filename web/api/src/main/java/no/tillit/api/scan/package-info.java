/** Scanned forms over the API. Open {@link no.tillit.api.scan.ProjectScansResource}. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.scan;
