package no.tillit.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Both databases are brought to the schema of this version by their owner roles, which the running application never
 * knows. Each migration grants the application's role what it needs and nothing else. Doing it again changes nothing.
 */
@Command(
        name = "migrate",
        description = "Brings both databases to this version's schema, as their owners.",
        mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {

    @Option(
            names = {"-c", "--configuration"},
            required = true,
            paramLabel = "FILE",
            description =
                    "Properties file with the addresses of the databases and their owners (etc/owner.properties).")
    private Path configuration = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        OwnerConfiguration owners = OwnerConfiguration.read(configuration);
        for (SchemaOwner owner : owners.all()) {
            int done = owner.migrate();
            out.printf("%s: %s%n", owner.database(), done == 0 ? "up to date" : done + " migrations applied");
        }
        out.flush();
        return 0;
    }
}
