package no.tillit.admin.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.upkeep.Replacement;
import no.tillit.keys.upkeep.UnderSubjectKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a new key in the place of a subject's key that may be known. May be stopped and run again at any moment. */
@Command(
        name = "replace",
        description =
                "Makes a new key for a participant or project whose key may have become known, encrypts everything"
                        + " under it anew, looks at all of it again, and destroys the old key. The application may run."
                        + " Shows ids and counts only. Stopped half way, it goes on with --unfinished.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or the person has been erased and there is nothing to replace",
            "1:failed; what to do is on standard error, the old key is kept, and running it again is safe",
            "2:wrong arguments"
        })
final class Replace implements Callable<Integer> {
    @Mixin
    private Installed installed = new Installed();

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "Whose: the id of a participant or project, as in the address of its page, or of a key.")
    private List<UUID> ids = List.of();

    @Option(names = "--unfinished", description = "Go on with all replacements that have stopped half way.")
    private boolean unfinished;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        if (ids.isEmpty() != unfinished) {
            throw new ParameterException(spec.commandLine(), "give one or more ids, or --unfinished");
        }
        DataSource tillit = installed.tillit();
        Clock clock = new Clock();
        Replacement replacement = new Replacement(
                installed.keys(),
                tillit,
                installed.settings()::optional,
                ServiceLoader.load(UnderSubjectKey.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                new RecordingReplacement(tillit, clock),
                clock);
        List<SubjectId> subjects = new ArrayList<>(unfinished ? replacement.unfinished() : List.of());
        ids.stream().map(replacement::subjectOf).distinct().forEach(subjects::add);
        for (SubjectId subject : subjects) {
            one(replacement, subject);
        }
        if (subjects.isEmpty()) {
            spec.commandLine().getOut().println("no replacement has stopped half way");
        }
        return 0;
    }

    private void one(Replacement replacement, SubjectId subject) throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            replacement.plan(subject).forEach(line -> out.println("would " + line));
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        Replacement.Outcome outcome = replacement.run(subject, (step, what) -> {
            err.println(what);
            err.flush();
        });
        out.println(
                outcome == Replacement.Outcome.ERASED
                        ? "erased meanwhile: there is nothing to replace"
                        : "replaced; backups of tillit and of the content from before open no more for this one:"
                                + " take new ones now");
    }
}
