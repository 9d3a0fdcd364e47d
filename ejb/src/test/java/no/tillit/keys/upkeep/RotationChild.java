package no.tillit.keys.upkeep;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.kernel.Clock;
import no.tillit.keys.internal.KeyStoreFile;
import org.postgresql.ds.PGSimpleDataSource;

/** A rotation in a process of its own, that stops after its n-th step and waits there to be killed. */
final class RotationChild {
    static final String PASSPHRASE = "a passphrase of the tests";
    private static final String READY = "reached";

    private RotationChild() {}

    /** Arguments: key store file, address of the key database, step to stop after. */
    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[1]);
        database.setUser("tillit_keys_app");
        int stopAfter = Integer.parseInt(arguments[2]);
        AtomicInteger steps = new AtomicInteger();
        KeyPlace place = new KeyPlace(new KeyStoreFile(Path.of(arguments[0]), PASSPHRASE.toCharArray()), database);
        new Rotation(place, new Clock()).run((step, what) -> {
            if (steps.incrementAndGet() == stopAfter) {
                System.out.println(READY + " " + step);
                try {
                    System.in.read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        System.out.println("finished");
    }

    /** Runs one and kills it at that step. @return the step it was killed after, or "finished" */
    static String killedAfter(Path file, String database, int step) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        RotationChild.class.getName(),
                        file.toString(),
                        database,
                        String.valueOf(step)))
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (var lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(READY)) {
                    return line.substring(READY.length() + 1);
                }
                if (line.equals("finished")) {
                    return line;
                }
            }
            throw new IllegalStateException(said.toString());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
