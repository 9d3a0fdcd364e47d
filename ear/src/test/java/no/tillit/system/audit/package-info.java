/** The log in the running server: fails closed, is sealed, and can be verified from outside. */
@org.jspecify.annotations.NullMarked
package no.tillit.system.audit;
