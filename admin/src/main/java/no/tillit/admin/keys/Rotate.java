package no.tillit.admin.keys;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import no.tillit.kernel.Clock;
import no.tillit.keys.upkeep.Rotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a new root key in the place of the old. May be stopped and run again at any moment. */
@Command(
        name = "rotate",
        description = "Makes a new root key, wraps every living key under it, and destroys the old one."
                + " The application may run. Stopped half way, it goes on when run again.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; what to do is on standard error, and running it again is safe",
            "2:wrong arguments"
        })
final class Rotate implements Callable<Integer> {
    @Mixin
    private Installed installed = new Installed();

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--prepare",
            description = "Only make the new root key in the store. With a key store file on several nodes: bring the"
                    + " file to each of them, then rotate.")
    private boolean prepare;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Rotation rotation = new Rotation(installed.keys(), new Clock());
        if (dryRun) {
            rotation.plan().forEach(line -> out.println("would " + line));
        } else if (prepare) {
            out.printf("root key version %d is in the store, not in use yet%n", rotation.prepare());
        } else {
            int version = rotation.run((step, what) -> {
                err.println(what);
                err.flush();
            });
            out.printf("root key version %d is in use%n", version);
            err.println(
                    "Sheets of custodians from before open nothing any more: run keys escrow, and destroy the old ones."
                            + " Destroy old copies of the key store file, too.");
        }
        return 0;
    }
}
