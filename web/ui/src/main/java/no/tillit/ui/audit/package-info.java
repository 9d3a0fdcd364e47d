/** The page of the audit log. Open {@link no.tillit.ui.audit.EntriesPage}. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.audit;
