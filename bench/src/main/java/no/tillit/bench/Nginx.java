package no.tillit.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What it is measured against: nginx with WebDAV, plain, writing to the same disk as Tillit's content. */
final class Nginx implements AutoCloseable {
    private static final int TRIES = 100;

    private final Process process;
    private final int port;
    private final Path files;

    private Nginx(Process process, int port, Path files) {
        this.process = process;
        this.port = port;
        this.files = files;
    }

    /** @param folder where it keeps what is put there */
    static Nginx start(Path folder, int port) throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(folder.resolve("temporary"));
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
        Process process = new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        var nginx = new Nginx(process, port, files);
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try (Socket answering = new Socket(InetAddress.getLoopbackAddress(), port)) {
                answering.getPort();
                return nginx;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        nginx.close();
        throw new IllegalStateException("nginx did not start, see " + folder.resolve("nginx.log"));
    }

    private static String configuration(Path folder, int port) {
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        return """
                daemon off; master_process off; worker_processes 1; pid %1$s/nginx.pid; error_log %1$s/error.log;
                %3$s
                events { worker_connections 256; }
                http {
                    access_log off; sendfile on; tcp_nopush on;
                    client_max_body_size 0; client_body_buffer_size 1m; client_body_temp_path %1$s/temporary;
                    proxy_temp_path %1$s/temporary; fastcgi_temp_path %1$s/temporary;
                    uwsgi_temp_path %1$s/temporary; scgi_temp_path %1$s/temporary;
                    server {
                        listen 127.0.0.1:%2$d; root %1$s/files;
                        location / { dav_methods PUT DELETE; create_full_put_path on; }
                    }
                }
                """.formatted(folder, port, user);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    /** Where a file lies that was put. */
    Path file(String name) {
        return files.resolve(name);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
