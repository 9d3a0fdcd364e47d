/** The commands about the log: what an operator does with it from outside the application. Open {@link no.tillit.admin.audit.Audit} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.audit;
