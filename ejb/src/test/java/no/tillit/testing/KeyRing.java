package no.tillit.testing;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldSearch;
import no.tillit.keys.Installation;
import no.tillit.keys.LogCipher;
import no.tillit.keys.SealKeys;
import no.tillit.keys.SigningKeys;
import no.tillit.keys.SubjectKeys;
import no.tillit.keys.internal.InstallationKeyTable;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.internal.LogKeyTable;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootStore;
import no.tillit.keys.internal.SealCertificateTable;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;

/**
 * The real key hierarchy over the test databases, with a key store file of its own: {@link #shared()} for every test that
 * only needs keys, {@link #over} for those about the key store and first starts.
 */
public record KeyRing(
        SubjectKeys subjects,
        FieldCipher fields,
        FieldSearch search,
        DocumentKeys documents,
        LogCipher log,
        SigningKeys signing,
        Installation installation,
        Function<Clock, SealKeys> seals) {
    /** Of every key store file of the tests. */
    public static final String PASSPHRASE = "a passphrase of the tests";

    /** The file of {@link #shared} in a test's own JVM. */
    public static final String ROOT = "tillit.test.root";

    private static final class Shared {
        private static final Path FILE = file();
        private static final KeyRing RING =
                over(TestDatabases.keys(), new KeyStoreFile(FILE, PASSPHRASE.toCharArray()));

        private static Path file() {
            String given = System.getProperty(ROOT);
            return given == null ? Folders.temporary("tillit-keys").resolve("root.bcfks") : Path.of(given);
        }
    }

    /** One for the whole JVM. */
    public static KeyRing shared() {
        return Shared.RING;
    }

    /** Where the root of {@link #shared} is, for another process. */
    public static Path sharedFile() {
        return Shared.FILE;
    }

    /** A key ring over a database and a store of roots, opened at once. */
    public static KeyRing over(DataSource database, RootStore store) {
        Clock clock = new Clock();
        RootKeyTable rootTable = new RootKeyTable(database);
        RootKeys roots = new RootKeys(() -> store, rootTable, clock);
        roots.open();
        SubjectKeyTable table = new SubjectKeyTable(database);
        SubjectSecrets secrets = new SubjectSecrets(roots, table, clock);
        return new KeyRing(
                new SubjectKeys(table, secrets, clock),
                new FieldCipher(secrets),
                new FieldSearch(secrets),
                new DocumentKeys(secrets),
                new LogCipher(secrets, new LogKeyTable(database), clock),
                new SigningKeys(roots, new InstallationKeyTable(database), clock),
                new Installation(rootTable),
                told -> new SealKeys(
                        roots,
                        new InstallationKeyTable(database),
                        new SealCertificateTable(database),
                        new Installation(rootTable),
                        told));
    }

    /** A subject nobody has heard of, with a key. */
    public SubjectId aSubject() {
        SubjectId subject = new SubjectId(UUID.randomUUID());
        subjects.provision(subject);
        return subject;
    }
}
