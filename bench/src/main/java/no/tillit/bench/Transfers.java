package no.tillit.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Large files up and down, Tillit and nginx by turns, so that whatever else the machine does meets both. What others have
 * left to write is written out before each upload; the time of that is nobody's.
 */
final class Transfers {
    private static final long MIB = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Person person;
    private final String documents;
    private final int pages;
    private final Nginx nginx;
    private final Path sound;
    private String prepared = "";

    /** @param sound at least as long as the longest transfer */
    Transfers(Person person, String documents, int pages, Nginx nginx, Path sound) {
        this.person = person;
        this.documents = documents;
        this.pages = pages;
        this.nginx = nginx;
        this.sound = sound;
    }

    /** A document that was sent, and how fast in MiB a second. */
    record Sent(String document, double speed) {}

    /** @return MiB a second by Tillit and by nginx, medians of the rounds after the first */
    double[] upload(long length, int rounds) throws IOException, InterruptedException {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            settle(length);
            double plain = put("upload-" + round, length);
            settle(length);
            double kept = send(length).speed();
            if (round >= 0) {
                ours[round] = kept;
                theirs[round] = plain;
            }
            delete("upload-" + round);
        }
        return new double[] {Report.median(ours), Report.median(theirs)};
    }

    /** Sends what {@link #download} reads. */
    void prepareDownload(long length) throws IOException, InterruptedException {
        prepared = send(length).document();
        put("download", length);
        settle(length);
    }

    /** @return MiB a second by Tillit and by nginx, medians of the rounds after the first */
    double[] download(long length, int rounds) throws IOException {
        String document = prepared;
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            double plain = get(nginx.port(), "/download", Map.of(), length);
            double opened = read(document, length);
            if (round >= 0) {
                ours[round] = opened;
                theirs[round] = plain;
            }
        }
        delete("download");
        return new double[] {Report.median(ours), Report.median(theirs)};
    }

    Sent send(long length) throws IOException {
        Map<String, String> headers = new HashMap<>(person.headers());
        headers.put("Content-Type", "audio/wav");
        headers.put("Tillit-Filename", "opptak.wav");
        try (Wire wire = new Wire(pages)) {
            long start = System.nanoTime();
            Wire.Answer answer = wire.send("POST", documents + "?type=audio-recording", headers, sound, length)
                    .require(201);
            double speed = speed(length, start);
            return new Sent(JSON.readTree(answer.body()).get("id").asText(), speed);
        }
    }

    double read(String document, long length) throws IOException {
        return get(pages, "/api/v1/documents/" + document + "/content", person.headers(), length);
    }

    /** @return milliseconds for 1 MiB at random places, one after another */
    double[] ranges(String document, long length, int count, int warmUp) throws IOException {
        Random random = new Random(2);
        double[] milliseconds = new double[count];
        try (Wire wire = new Wire(pages)) {
            for (int i = -warmUp; i < count; i++) {
                long from = (long) (random.nextDouble() * (length - MIB));
                Map<String, String> headers = new HashMap<>(person.headers());
                headers.put("Range", "bytes=" + from + "-" + (from + MIB - 1));
                long start = System.nanoTime();
                wire.send("GET", "/api/v1/documents/" + document + "/content", headers)
                        .require(206);
                if (i >= 0) {
                    milliseconds[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        return milliseconds;
    }

    private double put(String name, long length) throws IOException {
        try (Wire wire = new Wire(nginx.port())) {
            long start = System.nanoTime();
            wire.send("PUT", "/" + name, Map.of(), sound, length).require(201, 204);
            return speed(length, start);
        }
    }

    private static double get(int port, String path, Map<String, String> headers, long length) throws IOException {
        try (Wire wire = new Wire(port)) {
            long start = System.nanoTime();
            Wire.Answer answer = wire.send("GET", path, headers).require(200);
            if (answer.length() != length) {
                throw new IllegalStateException("an answer of " + answer.length() + " bytes");
            }
            return speed(length, start);
        }
    }

    private void delete(String name) throws IOException {
        try (Wire wire = new Wire(nginx.port())) {
            wire.send("DELETE", "/" + name, Map.of()).require(204);
        }
    }

    /**
     * Writes out what is waiting, and has the system touch as much memory as a transfer will take. A virtual machine gives
     * memory that lies idle back to its host, and to get it again costs more than everything that is measured here: who
     * keeps what was sent would pay for it each time, who deletes it never.
     */
    private void settle(long length) throws IOException, InterruptedException {
        Path scratch = sound.resolveSibling("scratch");
        ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
        try (FileChannel out = FileChannel.open(scratch, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; written < length; written += block.capacity()) {
                out.write(block.clear());
            }
        } finally {
            Files.deleteIfExists(scratch);
        }
        new ProcessBuilder("sync").start().waitFor();
    }

    private static double speed(long length, long start) {
        return (double) length / MIB / ((System.nanoTime() - start) / 1e9);
    }
}
