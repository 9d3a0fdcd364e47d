package no.tillit.keys.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import no.tillit.kernel.Settings;

/** Where the operator keeps the root keys. A value that is missing or unknown stops the start and is named. */
public final class RootSettings {
    private static final int SHORTEST_PASSPHRASE = 16;

    private RootSettings() {}

    /** The store of this configuration, not opened yet. */
    public static RootStore store(Settings settings) {
        String kind = settings.optional("tillit.keystore.kind").orElse("file");
        return switch (kind) {
            case "file" -> file(settings);
            case "pkcs11" -> token(settings);
            default ->
                throw new KeyStoreUnusable("tillit.keystore.kind is \"" + kind + "\"; it must be file or pkcs11.");
        };
    }

    private static KeyStoreFile file(Settings settings) {
        String passphrase = secret(settings, "tillit.keystore.passphrase", "The key store's passphrase");
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new KeyStoreUnusable(
                    "The key store's passphrase is shorter than " + SHORTEST_PASSPHRASE + " characters.");
        }
        return new KeyStoreFile(settings.path("tillit.keystore.file"), passphrase.toCharArray());
    }

    private static Pkcs11Token token(Settings settings) {
        Path library = settings.path("tillit.pkcs11.library");
        if (!Files.isReadable(library)) {
            throw new KeyStoreUnusable("The library " + library + ", named by tillit.pkcs11.library, cannot be read.");
        }
        String label = settings.required("tillit.pkcs11.token");
        String pin = secret(settings, "tillit.pkcs11.pin", "The token's PIN");
        return new Pkcs11Token(library, label, pin.toCharArray());
    }

    /** From the first line of the file that {@code name.file} names, or from the environment. */
    private static String secret(Settings settings, String name, String what) {
        return settings.optional(name + ".file")
                .map(file -> firstLine(file, name + ".file"))
                .or(() -> settings.optional(name))
                .orElseThrow(() -> new KeyStoreUnusable(what + " is missing. Set " + name
                        + ".file, or the environment variable "
                        + name.toUpperCase(Locale.ROOT).replace('.', '_') + "."));
    }

    private static String firstLine(String file, String name) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            throw new KeyStoreUnusable("The file " + file + ", named by " + name + ", cannot be read.", e);
        }
    }
}
