package no.tillit.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command behind {@code ./run}. Exit codes: 0 stopped by the user, 1 something was in the way or a part died. */
@Command(
        name = "run",
        description = "Starts all of Tillit on this machine. Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class Launcher implements Callable<Integer> {

    @Option(names = "--distribution", required = true, paramLabel = "DIR", description = "the unpacked distribution")
    private Path distribution = Path.of("");

    @Option(names = "--keycloak", required = true, paramLabel = "DIR", description = "the assembled Keycloak")
    private Path keycloak = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "what is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--port", description = "of the pages and the API (default: ${DEFAULT-VALUE})")
    private int port = Ports.USUAL.pages();

    @Option(names = "--management-port", description = "of the server's management (default: ${DEFAULT-VALUE})")
    private int managementPort = Ports.USUAL.management();

    @Option(names = "--keycloak-port", description = "default: ${DEFAULT-VALUE}")
    private int keycloakPort = Ports.USUAL.keycloak();

    @Option(names = "--postgres-port", description = "default: ${DEFAULT-VALUE}")
    private int postgresPort = Ports.USUAL.postgres();

    @Option(names = "--intake-port", description = "default: ${DEFAULT-VALUE}")
    private int intakePort = Ports.USUAL.intake();

    @Option(names = "--no-sample", description = "starts without sample data")
    private boolean noSample;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Launcher())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("run: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ports ports = new Ports(port, managementPort, keycloakPort, postgresPort, intakePort);
        StackPlan plan = new StackPlan(distribution, keycloak, data, ports, true);
        try (RunningStack stack = RunningStack.start(plan)) {
            if (!noSample) {
                new Sample(plan).loadOnce();
            }
            new Welcome(plan).print(out);
            if (!stack.awaitEnd()) {
                return 0;
            }
            throw new StackFailure("a part stopped by itself, so everything was stopped; see "
                    + plan.data().resolve("log"));
        }
    }
}
