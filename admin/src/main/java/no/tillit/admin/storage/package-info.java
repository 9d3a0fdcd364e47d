/**
 * The commands about stored content: whether it is still what was kept, and what a crash has left. Open {@link
 * no.tillit.admin.storage.StorageCommands} first.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.admin.storage;
