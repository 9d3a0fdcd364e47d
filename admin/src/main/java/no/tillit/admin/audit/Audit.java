package no.tillit.admin.audit;

import picocli.CommandLine.Command;

/** The group of commands about the log. docs/operations/audit.md tells when to use which. */
@Command(
        name = "audit",
        description = "Verifies the log, exports it and shows its newest checkpoint.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VerifyLog.class, ExportLog.class, NewestCheckpoint.class})
public final class Audit {}
