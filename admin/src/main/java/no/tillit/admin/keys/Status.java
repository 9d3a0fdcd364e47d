package no.tillit.admin.keys;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import no.tillit.keys.upkeep.KeyPlace;
import no.tillit.keys.upkeep.KeyStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says where the roots are, in what state, and how many keys lie under each. Changes nothing. */
@Command(
        name = "status",
        description = "Shows the root keys and how many keys lie under each; changes nothing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:a root key is missing, or the keys cannot be reached",
            "2:wrong arguments",
            "3:a rotation, or the replacement of a subject's key, has stopped half way: run it again"
        })
final class Status implements Callable<Integer> {
    private static final int FAULTY = 1;
    private static final int UNFINISHED = 3;

    @Mixin
    private Installed installed = new Installed();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KeyStatus status = KeyStatus.of(KeyPlace.of(installed.settings(), installed.database()));
        out.printf("store: %s%n", status.store());
        status.roots()
                .forEach(root -> out.printf(
                        "root key %d: %s, made %s%s, %s%n",
                        root.version(),
                        root.state().name().toLowerCase(Locale.ROOT),
                        root.createdAt(),
                        root.destroyedAt() == null ? "" : ", destroyed " + root.destroyedAt(),
                        status.stored().contains(root.version()) ? "in the store" : "not in the store"));
        status.subjects()
                .forEach(count -> out.printf(
                        "subject keys %s under root key %d: %d%n",
                        count.state().toLowerCase(Locale.ROOT), count.rootVersion(), count.keys()));
        out.printf("keys of the installation: %d%n", status.installation());
        out.printf("replaced subject keys: %d destroyed, %d being replaced%n", status.replaced(), status.retiring());
        List<String> faults = status.faults();
        faults.forEach(fault -> spec.commandLine().getErr().println("tillit-admin: " + fault));
        if (!faults.isEmpty()) {
            return FAULTY;
        }
        if (status.rotationIsUnfinished()) {
            spec.commandLine().getErr().println("tillit-admin: a rotation has stopped half way; run keys rotate again");
            return UNFINISHED;
        }
        if (status.retiring() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("tillit-admin: a replacement is under way or has stopped; run keys replace --unfinished");
            return UNFINISHED;
        }
        return 0;
    }
}
