package no.tillit.admin.storage;

import picocli.CommandLine.Command;

/** The group of commands about stored content. docs/operations/storage.md tells when to use which. */
@Command(
        name = "storage",
        description = "Looks after the stored content, without any key.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Check.class, Sweep.class})
public final class StorageCommands {}
