package no.tillit.keys.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import no.tillit.document.internal.DocumentsUnderKey;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.participant.internal.ContactUnderKey;
import no.tillit.testing.ChildJvm;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.postgresql.ds.PGSimpleDataSource;

/** A replacement in a process of its own, that stops after a step and waits there to be killed. */
final class ReplacementChild {
    private ReplacementChild() {}

    /** Arguments: key store file, addresses of both databases, folder of blobs, subject, step to stop after. */
    public static void main(String[] arguments) {
        Replacement.Step stop = Replacement.Step.valueOf(arguments[5]);
        over(
                        Path.of(arguments[0]),
                        database(arguments[1], "tillit_keys_app"),
                        database(arguments[2], "tillit_app"),
                        Path.of(arguments[3]))
                .run(new SubjectId(UUID.fromString(arguments[4])), (step, what) -> {
                    if (step == stop) {
                        say("reached " + step);
                        blockForEver();
                    }
                });
        say("finished");
    }

    static Replacement over(Path file, DataSource keys, DataSource tillit, Path blobs) {
        return new Replacement(
                new KeyPlace(new KeyStoreFile(file, KeyRing.PASSPHRASE.toCharArray()), keys),
                tillit,
                name -> name.equals("tillit.blobs.dir") ? Optional.of(blobs.toString()) : Optional.empty(),
                List.of(new ContactUnderKey(), new DocumentsUnderKey()),
                (action, subject, keyId) -> {},
                new Clock());
    }

    /** kill -9 after that step. */
    static void killedAfter(Replacement.Step step, Path blobs, SubjectId subject) throws IOException {
        try (ChildJvm child = ChildJvm.run(
                ReplacementChild.class,
                List.of("-XX:TieredStopAtLevel=1", "-Xmx96m"),
                KeyRing.sharedFile().toString(),
                TestDatabases.url("tillit_keys_app", "tillit_keys"),
                TestDatabases.url("tillit_app", "tillit"),
                blobs.toString(),
                subject.value().toString(),
                step.name())) {
            child.line("reached " + step);
            child.kill();
        }
    }

    private static DataSource database(String url, String user) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url);
        database.setUser(user);
        return database;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void blockForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
