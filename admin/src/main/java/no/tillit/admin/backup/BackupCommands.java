package no.tillit.admin.backup;

import picocli.CommandLine.Command;

/** The group of commands that make and check backups. docs/operations/backup.md tells when to use which. */
@Command(
        name = "backup",
        description = "Makes and checks backups, encrypted to the operators.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BackupData.class, BackupKeys.class, VerifyBackup.class})
public final class BackupCommands {}
