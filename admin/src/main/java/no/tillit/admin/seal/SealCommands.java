package no.tillit.admin.seal;

import picocli.CommandLine.Command;

/** The group of commands about the certificate that documents are sealed with. docs/operations/seals.md tells when to use which. */
@Command(
        name = "seal",
        description = "Looks after the certificate that documents are sealed with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ShowCertificate.class, ImportCertificate.class})
public final class SealCommands {}
