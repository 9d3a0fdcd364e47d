/** Backups made, changed by others, and restored, over real databases. */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.backup;
