package no.tillit.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A stack that cannot start")
class RefusalToStartTest {

    @Test
    @DisplayName("names the port that is taken, and starts nothing")
    void namesThePort(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            Ports ports =
                    new Ports(free.pages(), free.management(), taken.getLocalPort(), free.postgres(), free.intake());
            StackPlan plan = new StackPlan(data, data, data, ports, false);
            assertThatThrownBy(() -> RunningStack.start(plan))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (Keycloak) is taken");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    @DisplayName("says that the data folder cannot be written")
    void namesTheFolder(@TempDir Path data) throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        StackPlan plan = new StackPlan(data, data, file.resolve("data"), Ports.free(), false);
        assertThatThrownBy(() -> RunningStack.start(plan))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot write to");
    }

    @Test
    @DisplayName("repeats why the server does not start, and otherwise the last line it wrote")
    void repeatsWhy(@TempDir Path data) {
        assertThatThrownBy(() -> ended(data, "echo one; echo 'FATAL Tillit does not start: no key'; echo 'and so on'"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("the server stopped (exit code 78): FATAL Tillit does not start: no key");
        assertThatThrownBy(() -> ended(data, "echo one; echo two"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("(exit code 78): two");
    }

    private static void ended(Path data, String script) {
        try (ChildProcess server = ChildProcess.start(
                "the server", List.of("sh", "-c", script + "; exit 78"), Map.of(), data.resolve("log"))) {
            server.process().onExit().join();
            server.requireAlive();
        }
    }

    @Test
    @DisplayName("keeps its secrets for their owner only, and keeps them the same")
    void keepsSecrets(@TempDir Path data) throws IOException {
        Secrets secrets = new Secrets(data, new SecureRandom());
        assertThat(secrets.of("keystore")).hasSize(43).isEqualTo(secrets.of("keystore"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("keystore"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("has demo users in the development realm and none in the one an organisation imports")
    void keepsDemoUsersAway() throws IOException {
        Path realm = Path.of("../keycloak/src/main/keycloak/tillit-realm.json");
        assertThat(Files.readString(realm))
                .doesNotContain("\"users\"")
                .doesNotContain("\"directAccessGrantsEnabled\": true");
        assertThat(DevelopmentRealm.from(realm))
                .contains("\"username\":\"ingrid\"")
                .doesNotContain("passwordPolicy");
    }

    @Test
    @DisplayName("has a second factor and no client for scripts in the realm that an organisation imports")
    void secondFactor() throws IOException {
        Path realm = Path.of("../keycloak/src/main/keycloak/tillit-realm.json");
        JsonNode production = new ObjectMapper().readTree(realm.toFile());
        assertThat(production.path("browserFlow").asText()).isEqualTo("tillit browser");
        assertThat(requirement(production, "tillit forms", "auth-otp-form")).isEqualTo("REQUIRED");
        assertThat(requirement(production, "tillit scripts forms", "auth-otp-form"))
                .isEqualTo("REQUIRED");
        JsonNode scripts = scripts(production);
        assertThat(scripts.path("enabled").asBoolean(true)).isFalse();
        assertThat(scripts.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(scripts.path("authenticationFlowBindingOverrides").has("browser"))
                .isTrue();
        assertThat(production.path("scopeMappings").toString())
                .contains("researcher")
                .doesNotContain("privacy-officer", "operator", "auditor");

        JsonNode development = new ObjectMapper().readTree(DevelopmentRealm.from(realm));
        assertThat(development.has("browserFlow")).isFalse();
        assertThat(development.has("authenticationFlows")).isFalse();
        assertThat(scripts(development).path("enabled").asBoolean()).isTrue();
        assertThat(scripts(development).has("authenticationFlowBindingOverrides"))
                .isFalse();
    }

    private static JsonNode scripts(JsonNode realm) {
        return found(realm.path("clients"), "clientId", "tillit-scripts");
    }

    private static String requirement(JsonNode realm, String flow, String authenticator) {
        JsonNode executions =
                found(realm.path("authenticationFlows"), "alias", flow).path("authenticationExecutions");
        return found(executions, "authenticator", authenticator)
                .path("requirement")
                .asText();
    }

    private static JsonNode found(JsonNode all, String name, String value) {
        for (JsonNode each : all) {
            if (each.path(name).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no " + value);
    }
}
