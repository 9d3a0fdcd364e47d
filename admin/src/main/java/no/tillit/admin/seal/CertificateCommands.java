package no.tillit.admin.seal;

import picocli.CommandLine.Command;

/** The group of commands about sealed files, such as the certificate of a deletion. */
@Command(
        name = "certificate",
        description = "Checks sealed files, such as the certificate of a deletion.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = VerifySeal.class)
public final class CertificateCommands {}
