package no.tillit.bench;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One connection of HTTP/1.1 over loopback that costs next to nothing, so that what is measured is the server: files go
 * out by {@code sendfile}, answers are read into one buffer and counted.
 */
final class Wire implements Closeable {
    private static final int BUFFER = 1 << 20;
    private static final int MOST_BODY_KEPT = 256 << 10;

    private final SocketChannel socket;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).flip();
    private final String host;

    /** What came back: the body itself only when it is small, since making text of it costs more than a part of a file takes; its length always. */
    record Answer(int status, long length, String body) {
        /** @throws IllegalStateException when the status is another */
        Answer require(int... wanted) {
            for (int status : wanted) {
                if (status == this.status) {
                    return this;
                }
            }
            throw new IllegalStateException("answered with " + this.status + ": " + body);
        }
    }

    Wire(int port) throws IOException {
        socket = SocketChannel.open();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        host = "localhost:" + port;
    }

    Answer send(String method, String path, Map<String, String> headers) throws IOException {
        write(head(method, path, headers));
        return answer();
    }

    Answer send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        ByteBuffer[] parts = {
            head(method, path, with(headers, "Content-Length", Long.toString(body.length))), ByteBuffer.wrap(body)
        };
        while (parts[1].hasRemaining()) {
            socket.write(parts);
        }
        return answer();
    }

    /** Sends that many bytes from the beginning of the file. */
    Answer send(String method, String path, Map<String, String> headers, Path file, long length) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            write(head(method, path, with(headers, "Content-Length", Long.toString(length))));
            for (long sent = 0; sent < length; ) {
                sent += content.transferTo(sent, length - sent, socket);
            }
        }
        return answer();
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private ByteBuffer head(String method, String path, Map<String, String> headers) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines + "\r\n";
        return ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.equals("transfer-encoding: chunked");
        }
        var kept = new ByteArrayOutputStream();
        long total = chunked ? chunks(kept) : body(length, kept);
        return new Answer(status, total, kept.toString(StandardCharsets.UTF_8));
    }

    private long chunks(ByteArrayOutputStream kept) throws IOException {
        long total = 0;
        for (long size = chunk(); size > 0; size = chunk()) {
            total += body(size, kept);
            line();
        }
        line();
        return total;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().strip(), 16);
    }

    private long body(long length, ByteArrayOutputStream kept) throws IOException {
        for (long left = length; left > 0; ) {
            if (!in.hasRemaining()) {
                fill();
            }
            int n = (int) Math.min(left, in.remaining());
            if (kept.size() + n <= MOST_BODY_KEPT && length <= MOST_BODY_KEPT) {
                byte[] part = new byte[n];
                in.get(part);
                kept.writeBytes(part);
            } else {
                in.position(in.position() + n);
            }
            left -= n;
        }
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (!in.hasRemaining()) {
                fill();
            }
            char c = (char) (in.get() & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void fill() throws IOException {
        in.clear();
        int n = socket.read(in);
        in.flip();
        if (n < 0) {
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
