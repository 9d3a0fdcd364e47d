package no.tillit.admin;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command is told that acts as the owners of the databases. */
public final class Owners {
    @Option(
            names = {"-o", "--owner"},
            required = true,
            paramLabel = "FILE",
            description = "The owners of the databases (etc/owner.properties).")
    private Path owner = Path.of("");

    /** @throws AdminFailure when the file cannot be read or lacks something */
    public OwnerConfiguration read() {
        return OwnerConfiguration.read(owner);
    }
}
