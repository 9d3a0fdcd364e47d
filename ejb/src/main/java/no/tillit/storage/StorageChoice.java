package no.tillit.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.tillit.storage.internal.FileStorage;
import no.tillit.storage.internal.S3Settings;

/** Where blobs are kept is what the operator has configured, and nothing else: a value that is unknown or missing is named. */
public final class StorageChoice {
    private StorageChoice() {}

    /**
     * Opens the store that {@code tillit.storage} names: {@code files}, also when it names none, or {@code s3}.
     *
     * @param setting finds a value by its name, see docs/operations/storage.md
     * @throws StorageUnusable naming the value that is missing or wrong
     */
    public static Storage open(Function<String, Optional<String>> setting) {
        return read(setting).get();
    }

    /** Throws what {@link #open} would throw, and opens nothing. */
    public static void check(Function<String, Optional<String>> setting) {
        read(setting);
    }

    private static Supplier<Storage> read(Function<String, Optional<String>> setting) {
        String kind = setting.apply("tillit.storage").orElse("files");
        return switch (kind) {
            case "files" -> {
                Path folder = setting.apply("tillit.blobs.dir")
                        .map(Path::of)
                        .orElseThrow(() -> new StorageUnusable("tillit.blobs.dir is missing"));
                yield () -> new FileStorage(folder);
            }
            case "s3" -> S3Settings.read(setting)::open;
            default -> throw new StorageUnusable("tillit.storage is neither files nor s3");
        };
    }
}
