package no.tillit.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ports a stack listens on, all on loopback. */
public record Ports(int pages, int management, int keycloak, int postgres, int intake) {

    /** Those that {@code ./run} uses unless told otherwise. */
    public static final Ports USUAL = new Ports(8080, 9990, 8180, 5433, 9998);

    /** Ports that nobody listens on now. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(p[0], p[1], p[2], p[3], p[4]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** @throws StackFailure naming the first port that something else listens on */
    void requireFree() {
        Map<Integer, String> wanted = new TreeMap<>(Map.of(
                pages, "the pages",
                management, "the server's management",
                keycloak, "Keycloak",
                postgres, "PostgreSQL",
                intake, "the intake"));
        wanted.forEach((port, use) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new StackFailure(
                        "port " + port + " (" + use + ") is taken by another program; stop it or choose another port",
                        e);
            }
        });
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
