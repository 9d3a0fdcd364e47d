package no.tillit.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the operator has configured. A value that is needed and missing is named, and nothing starts without it. */
@ApplicationScoped
public class Settings {
    /** @throws IllegalStateException naming the setting when it is missing or blank */
    public String required(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The setting " + name
                                        + " is missing. Set it as a system property or environment variable, see docs/operations/install.md."));
    }

    /** The setting, when it is there and not blank. */
    public Optional<String> optional(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(name, String.class).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** The setting as a path; missing as in {@link #required}. */
    public Path path(String name) {
        return Path.of(required(name));
    }
}
