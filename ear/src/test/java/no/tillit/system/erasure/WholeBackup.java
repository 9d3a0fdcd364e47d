package no.tillit.system.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Both backups as {@code tillit-admin} makes them of the running stack, and their restore into new databases. The data are
 * backed up as a version of Tillit that is one migration older had them.
 */
final class WholeBackup {
    private static final String OLDER = "tillit_older";

    private final Path folder;
    private final Path owner;
    final String schema;

    private WholeBackup(Path folder, Path owner, String schema) {
        this.folder = folder;
        this.owner = owner;
        this.schema = schema;
    }

    /** Encrypted to an operator and signed by a maker, whose keys {@code openssl} makes, as the guide says. */
    static WholeBackup in(Path folder) throws SQLException, IOException {
        withKey(folder, "olga");
        withKey(folder, "maker");
        String schema = OlderSchema.into(OLDER);
        Path owner = folder.resolve("owner.properties");
        Path real = Path.of(AdminTool.configuration("owner.properties"));
        Files.writeString(
                owner, Files.readString(real).replaceAll("(tillit\\.db\\.url=.*/)tillit(?=\\R)", "$1" + OLDER));
        var backup = new WholeBackup(folder, owner, schema);
        backup.make("data", "-c", AdminTool.configuration("tillit.properties"));
        backup.make("keys");
        Databases.drop(OLDER);
        return backup;
    }

    private static void withKey(Path folder, String name) {
        AdminTool.program(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                folder.resolve(name + ".pem").toString());
    }

    private void make(String kind, String... more) {
        AdminTool.runBesideDamage(Stream.concat(
                        Stream.of(
                                "backup",
                                kind,
                                "-o",
                                owner.toString(),
                                "--to",
                                folder.resolve(kind).toString(),
                                "--for",
                                folder.resolve("olga.pem").toString(),
                                "--sign",
                                folder.resolve("maker.key").toString(),
                                "--signer",
                                folder.resolve("maker.pem").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** Both databases are lost and come back as they were; the register's file is what it was. What the tool printed. */
    String restore() {
        Databases.putAside(Databases.DATA);
        Databases.putAside(Databases.KEYS);
        return restored("keys")
                + restored(
                        "data",
                        "-c",
                        AdminTool.configuration("tillit.properties"),
                        "--content",
                        folder.resolve("data").toString());
    }

    private String restored(String kind, String... more) {
        return AdminTool.runBesideDamage(Stream.concat(
                        Stream.of(
                                "restore",
                                file(kind).toString(),
                                "--key",
                                folder.resolve("olga.key").toString(),
                                "--signed-by",
                                folder.resolve("maker.pem").toString(),
                                "-o",
                                AdminTool.configuration("owner.properties")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** The file of this kind: data or keys. */
    Path file(String kind) {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.filter(each -> each.toString().endsWith(".tillit-backup"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the databases that were put aside. */
    void forgetWhatWasPutAside() {
        Databases.drop(Databases.DATA + "_before");
        Databases.drop(Databases.KEYS + "_before");
        Databases.drop(OLDER);
    }
}
