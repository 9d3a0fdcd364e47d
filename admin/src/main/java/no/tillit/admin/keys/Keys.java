package no.tillit.admin.keys;

import picocli.CommandLine.Command;

/** The group of commands about keys. docs/operations/keys.md tells when to use which. */
@Command(
        name = "keys",
        description = "Looks after the root key and the keys under it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Status.class, Rotate.class, Replace.class, EscrowKeys.class, Restore.class})
public final class Keys {}
