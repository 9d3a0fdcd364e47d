/** What is put forward as anonymised, and what stays of it. */
@org.jspecify.annotations.NullMarked
package no.tillit.document.anonymised;
