package no.tillit.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import no.tillit.launcher.Ports;
import no.tillit.launcher.RunningStack;
import no.tillit.launcher.StackPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the whole: files through the API of a running stack, beside nginx, in one run, and prints one table. */
@Command(name = "bench/run", mixinStandardHelpOptions = true, sortOptions = false)
public final class Whole implements Callable<Integer> {
    private static final long GIB = 1L << 30;
    private static final int CLIENTS = 16;

    @Option(names = "--distribution", description = "the unpacked distribution, to start a stack of its own")
    private @Nullable Path distribution;

    @Option(names = "--keycloak", description = "the assembled Keycloak")
    private @Nullable Path keycloak;

    @Option(names = "--stack", description = "the data folder of a stack that runs already, instead of a new one")
    private @Nullable Path running;

    @Option(names = "--work", description = "where files and data are put for the time of the run", required = true)
    private Path work = Path.of("");

    @Option(names = "--rounds", description = "by turns; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--small", description = "an eighth of all sizes, to try it out")
    private boolean small;

    @Option(
            names = "--only",
            split = ",",
            description = "some of cipher, upload, download, ranges, papers, heap, scans (default: all)")
    private List<String> only = List.of("cipher", "upload", "download", "ranges", "papers", "heap", "scans");

    private final Report report = new Report();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Whole()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "bench-");
        try (RunningStack own = running == null ? start(folder) : null;
                Nginx nginx = Nginx.start(folder.resolve("nginx"), Ports.free().pages())) {
            measure(folder, nginx, own == null ? required(running) : own.plan().data());
        } finally {
            RunningStack.deleteTree(folder);
        }
        System.out.println(report.text());
        System.out.println(report.markdown());
        return 0;
    }

    private RunningStack start(Path folder) {
        return RunningStack.start(
                new StackPlan(required(distribution), required(keycloak), folder.resolve("stack"), Ports.free(), true));
    }

    private void measure(Path folder, Nginx nginx, Path stack) throws Exception {
        System.out.println(Machine.describe());
        Properties addresses = addresses(stack);
        URI pages = URI.create(addresses.getProperty("pages"));
        var project = new BenchProject(pages, URI.create(addresses.getProperty("realm")));
        Path sound = folder.resolve("sound.wav");
        Sound.write(sound, only.contains("heap") ? size(4) : size(2));
        var transfers = new Transfers(project.researchers.get(0), project.interview(), pages.getPort(), nginx, sound);
        for (String part : only) {
            switch (part) {
                case "cipher" -> Parts.cipher(report);
                case "upload" -> upload(transfers);
                case "download" -> download(transfers);
                case "ranges" -> ranges(transfers);
                case "papers" -> papers(project, pages.getPort());
                case "scans" -> ScannedBatch.measure(project, small ? 25 : 200, report);
                case "heap" -> heap(transfers, Machine.server(pages.getPort()));
                default -> throw new IllegalArgumentException(part);
            }
        }
    }

    private void upload(Transfers transfers) throws IOException, InterruptedException {
        double[] speed = transfers.upload(size(1), rounds);
        report.ratio("1 GiB upload", "MiB/s", speed[0], "nginx PUT", speed[1], 0.6);
    }

    private void download(Transfers transfers) throws IOException, InterruptedException {
        double[] speed = transfers.download(size(1), rounds);
        report.ratio("1 GiB download", "MiB/s", speed[0], "nginx GET", speed[1], 0.5);
    }

    private void ranges(Transfers transfers) throws IOException {
        String document = transfers.send(size(2)).document();
        double[] milliseconds = transfers.ranges(document, size(2), 300, 50);
        report.atMost("1 MiB anywhere in 2 GiB, p95", "ms", Report.percentile(milliseconds, 95), 30);
        report.note("1 MiB anywhere in 2 GiB, median", "%.1f ms".formatted(Report.median(milliseconds)));
    }

    private void papers(BenchProject project, int pages) throws IOException, InterruptedException {
        var documents = new SmallDocuments(project.researchers, project.interviews(CLIENTS), pages);
        for (Paper paper : Paper.values()) {
            Random random = new Random(paper.ordinal());
            int count = small ? 100 : 1_000;
            documents.send(paper, paper.make(count, random));
            double[] perSecond = new double[3];
            for (int i = 0; i < perSecond.length; i++) {
                perSecond[i] = documents.send(paper, paper.make(count, random));
            }
            report.atLeast("50 KB " + paper + " created, " + CLIENTS + " clients", "/s", Report.median(perSecond), 150);
        }
    }

    private void heap(Transfers transfers, ProcessHandle server) throws IOException {
        Transfers.Sent sent = transfers.send(size(4));
        double read = transfers.read(sent.document(), size(4));
        String heap = Machine.heap(server);
        report.fact(
                "4 GiB upload and download",
                "%s: %.0f and %.0f MiB/s, %s at most in memory"
                        .formatted(heap, sent.speed(), read, Machine.peakMemory(server)),
                "-Xmx512m",
                heap.equals("-Xmx512m") && server.isAlive());
    }

    private long size(int gibibytes) {
        return gibibytes * GIB / (small ? 8 : 1);
    }

    private static Properties addresses(Path stack) throws IOException {
        Properties addresses = new Properties();
        try (Reader reader = Files.newBufferedReader(stack.resolve("stack.properties"))) {
            addresses.load(reader);
        }
        return addresses;
    }

    private static <T> T required(@Nullable T value) {
        return Stream.ofNullable(value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name --stack, or --distribution and --keycloak"));
    }
}
