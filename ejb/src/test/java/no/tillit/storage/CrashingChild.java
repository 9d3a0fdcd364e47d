package no.tillit.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.Contents;
import no.tillit.testing.Rows;

/**
 * Uploads or deletes and stops, for ever, before the step it is told; its parent kills it there. After the last step it
 * says what the caller would be told.
 */
final class CrashingChild {
    private final int stop;

    private CrashingChild(int stop) {
        this.stop = stop;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        CrashingChild child = new CrashingChild(Integer.parseInt(arguments[2]));
        Storage storage = new FileStorage(folder, new SteppingDisk(child::reached));
        if (arguments[0].equals("upload")) {
            Face.Kept kept = new EncryptedFace(storage).keep(new ByteArrayInputStream(content()));
            child.say("kept " + Rows.text(kept.row()));
        } else {
            storage.delete(new BlobId(UUID.fromString(arguments[3])));
            child.say("deleted");
        }
        child.blockForEver();
    }

    /** More than one segment. */
    static byte[] content() {
        return Contents.bytes((1 << 20) + 100);
    }

    private void reached(int number, String name) throws IOException {
        if (number == stop) {
            say("before step " + number + ": " + name);
            blockForEver();
        }
    }

    @SuppressWarnings("SystemOut")
    private void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void blockForEver() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
