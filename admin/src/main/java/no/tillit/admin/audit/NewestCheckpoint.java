package no.tillit.admin.audit;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import no.tillit.audit.internal.CheckpointRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The newest checkpoint, as it is kept. A new one is signed by the running application: hourly, and on demand. */
@Command(
        name = "checkpoint",
        description = "Shows the newest checkpoint. A new one is signed by the running application.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:there is none yet, or the log cannot be reached", "2:wrong arguments"})
final class NewestCheckpoint implements Callable<Integer> {
    @Mixin
    private LogDatabase log = new LogDatabase();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return log.with(connection -> new CheckpointRows(connection).last())
                .map(newest -> {
                    out.print(newest.note());
                    out.flush();
                    return 0;
                })
                .orElseGet(() -> {
                    spec.commandLine().getErr().println("tillit-admin: nothing has been sealed yet");
                    return 1;
                });
    }
}
