package no.tillit.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak with the development realm, its own data beside the rest; the program folder is shared and never written to. */
final class IdentityProvider {

    private IdentityProvider() {}

    static ChildProcess start(StackPlan plan, Secrets secrets) {
        Path home = plan.data().resolve("keycloak");
        prepare(plan, home);
        List<String> command = List.of(
                Java.program(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-Duser.language=en",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + plan.ports().keycloak(),
                "--hostname=http://localhost:" + plan.ports().keycloak());
        Map<String, String> environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"),
                "TILLIT_PUBLIC_URL", plan.publicUrl(),
                "TILLIT_OIDC_PAGES_SECRET", secrets.of("oidc-pages"));
        return ChildProcess.start("Keycloak", command, environment, plan.log("keycloak.log"));
    }

    private static void prepare(StackPlan plan, Path home) {
        try {
            Files.createDirectories(home.resolve("data/import"));
            Files.createDirectories(home.resolve("tmp"));
            for (String part : List.of("lib", "conf", "providers", "themes")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, plan.keycloak().resolve(part));
            }
            Secrets.write(
                    home.resolve("data/import/tillit-realm.json"),
                    DevelopmentRealm.from(plan.distribution().resolve("keycloak/tillit-realm.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
