package no.tillit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What it was measured on, and what the server's process took. */
final class Machine {
    private Machine() {}

    static String describe() throws IOException {
        return line("/proc/cpuinfo", "model name") + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024 / 1024
                + " GiB, Java " + Runtime.version() + ", load "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    /** The process of the server that listens on this port. */
    static ProcessHandle server(int pages) {
        String argument = "-Djboss.http.port=" + pages;
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process.pid()).contains(argument))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server on port " + pages));
    }

    /** What a process has taken of all processors since it started. */
    static double processorSeconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(taken -> taken.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    static String heap(ProcessHandle server) {
        return arguments(server.pid()).stream()
                .filter(argument -> argument.startsWith("-Xmx"))
                .findFirst()
                .orElse("-Xmx unset");
    }

    static String peakMemory(ProcessHandle server) throws IOException {
        return Long.parseLong(line("/proc/" + server.pid() + "/status", "VmHWM").replaceAll("\\D", "")) / 1024 + " MiB";
    }

    private static List<String> arguments(long pid) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(all.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static String line(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }
}
