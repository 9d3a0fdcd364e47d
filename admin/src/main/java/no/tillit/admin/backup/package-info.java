/**
 * Backups that erasure reaches: rows in one file, encrypted to the operators; content as it is stored; keys apart and for a
 * short time. Open {@link no.tillit.admin.backup.Dump} first. Decision: ADR 0185; for operators docs/operations/backup.md.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.backup;
