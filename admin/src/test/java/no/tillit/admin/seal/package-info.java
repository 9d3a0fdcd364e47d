/** The commands about sealed documents, run as an operator runs them. */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.seal;
