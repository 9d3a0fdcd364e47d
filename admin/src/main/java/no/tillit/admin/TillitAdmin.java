package no.tillit.admin;

import no.tillit.admin.audit.Audit;
import no.tillit.admin.backup.BackupCommands;
import no.tillit.admin.backup.RestoreBackup;
import no.tillit.admin.keys.Keys;
import no.tillit.admin.seal.CertificateCommands;
import no.tillit.admin.seal.SealCommands;
import no.tillit.admin.storage.StorageCommands;
import no.tillit.kernel.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code tillit-admin}. Exit codes: 0 done, 1 failed (the reason is on standard error), 2 wrong arguments. */
@Command(
        name = "tillit-admin",
        description = "Looks after an installation of Tillit.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Migrate.class,
            Keys.class,
            StorageCommands.class,
            Audit.class,
            SealCommands.class,
            CertificateCommands.class,
            BackupCommands.class,
            RestoreBackup.class,
            CalendarClock.class
        })
public final class TillitAdmin {

    private TillitAdmin() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command, ready to run. */
    public static CommandLine commandLine() {
        return new CommandLine(new TillitAdmin()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("tillit-admin: " + failure.getMessage());
            if (failure instanceof Refusal && failure.getCause() != null) {
                command.getErr().println("tillit-admin: " + failure.getCause().getMessage());
            }
            return 1;
        });
    }
}
