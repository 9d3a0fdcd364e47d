package no.tillit.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the configuration of the distribution, just as an operator would, with the addresses of the embedded parts. */
final class Configuration {

    private final StackPlan plan;
    private final Secrets secrets;

    Configuration(StackPlan plan, Secrets secrets) {
        this.plan = plan;
        this.secrets = secrets;
    }

    /** The file to start the distribution with; the owners' configuration lies beside it. */
    Path write() {
        Path folder = plan.data().resolve("etc");
        Secrets.write(folder.resolve("owner.properties"), text(owners()));
        Path file = folder.resolve("tillit.properties");
        Secrets.write(file, text(application()));
        return file;
    }

    private Map<String, String> application() {
        Path data = plan.data();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tillit.public.url", plan.publicUrl());
        values.put("tillit.http.port", String.valueOf(plan.ports().pages()));
        values.put("tillit.management.port", String.valueOf(plan.ports().management()));
        values.put("tillit.db.url", plan.databaseUrl("tillit"));
        values.put("tillit.db.user", "tillit_app");
        values.put("tillit.db.password", secrets.of("tillit_app"));
        values.put("tillit.keys.db.url", plan.databaseUrl("tillit_keys"));
        values.put("tillit.keys.db.user", "tillit_keys_app");
        values.put("tillit.keys.db.password", secrets.of("tillit_keys_app"));
        values.put("tillit.oidc.provider.url", plan.realmUrl());
        values.put("tillit.oidc.pages.secret", secrets.of("oidc-pages"));
        values.put("tillit.blobs.dir", data.resolve("blobs").toString());
        values.put("tillit.keystore.file", data.resolve("keys/root.bcfks").toString());
        values.put("tillit.keystore.passphrase.file", secrets.file("keystore").toString());
        values.put("tillit.register.file", data.resolve("register/erasures.log").toString());
        values.put("tillit.audit.checkpoints.dir", data.resolve("checkpoints").toString());
        values.put("tillit.intake.url", plan.intakeUrl());
        values.put("tillit.intake.tmp", intakeFolder(plan).toString());
        values.put("tillit.work.dir", data.resolve("work").toString());
        values.put("tillit.log.dir", data.resolve("log").toString());
        return values;
    }

    private Map<String, String> owners() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tillit.db.url", plan.databaseUrl("tillit"));
        values.put("tillit.db.owner.user", "tillit_owner");
        values.put("tillit.db.owner.password", secrets.of("tillit_owner"));
        values.put("tillit.keys.db.url", plan.databaseUrl("tillit_keys"));
        values.put("tillit.keys.db.owner.user", "tillit_keys_owner");
        values.put("tillit.keys.db.owner.password", secrets.of("tillit_keys_owner"));
        return values;
    }

    /** Where the intake unpacks: memory, not a disk. */
    static Path intakeFolder(StackPlan plan) {
        return Path.of("/dev/shm", "tillit-intake-" + plan.ports().intake());
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
