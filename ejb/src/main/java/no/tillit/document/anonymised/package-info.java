/**
 * What may stay when a project ends: material in which nobody can be recognised, put forward by one person and released by another
 * (O-09). Open {@link no.tillit.document.anonymised.DecidingMaterial} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.document.anonymised;
