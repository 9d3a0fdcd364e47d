package no.tillit.launcher;

import java.nio.file.Path;

/**
 * Where a stack is started from and where it keeps what it makes.
 *
 * @param distribution the unpacked distribution
 * @param keycloak the assembled Keycloak
 * @param data the folder of everything that is kept: databases, content, keys, logs
 * @param durable whether data must survive a power cut; tests need not
 */
public record StackPlan(Path distribution, Path keycloak, Path data, Ports ports, boolean durable) {

    public StackPlan {
        distribution = distribution.toAbsolutePath().normalize();
        keycloak = keycloak.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** The address of the pages; the API lies under {@code /api/v1}. */
    public String publicUrl() {
        return "http://localhost:" + ports.pages();
    }

    /** The address of the realm. */
    public String realmUrl() {
        return "http://localhost:" + ports.keycloak() + "/realms/tillit";
    }

    String intakeUrl() {
        return "http://127.0.0.1:" + ports.intake();
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    }

    /** Tells others, in {@code data/stack.properties}, where this stack answers: the tests can use one that runs already. */
    void writeAddresses() {
        Secrets.write(
                data.resolve("stack.properties"),
                "pages=" + publicUrl() + "\nrealm=" + realmUrl() + "\nmanagement=" + ports.management() + "\ndata="
                        + data + "\ndatabase=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "\n");
    }

    Path log(String name) {
        return data.resolve("log").resolve(name);
    }
}
