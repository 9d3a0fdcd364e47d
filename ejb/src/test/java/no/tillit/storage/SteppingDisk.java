package no.tillit.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import no.tillit.storage.internal.Disk;
import org.jspecify.annotations.Nullable;

/** A disk that counts its steps from 1, and asks before each. */
public class SteppingDisk extends Disk {
    /** What happens before a step; may throw instead of letting it be done. */
    public interface Before {
        void step(int number, String name) throws IOException;
    }

    private final Before before;
    private int steps;

    public SteppingDisk(Before before) {
        this.before = before;
    }

    int steps() {
        return steps;
    }

    void step(String name) throws IOException {
        int number;
        synchronized (this) {
            number = ++steps;
        }
        before.step(number, name);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step("make folder");
        super.makeFolder(folder);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        step("create file");
        return super.create(file);
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        step("write");
        super.write(file, bytes);
    }

    @Override
    public @Nullable FileChannel createStraight(Path file, int aligned) throws IOException {
        step("create straight");
        return super.createStraight(file, aligned);
    }

    @Override
    public void writeStraight(FileChannel straight, ByteBuffer blocks) throws IOException {
        step("write");
        super.writeStraight(straight, blocks);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        step("force file");
        super.force(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step("force folder");
        super.forceFolder(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename");
        super.rename(from, to);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        step("delete");
        return super.delete(file);
    }
}
