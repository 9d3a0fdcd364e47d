package no.tillit.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
import picocli.CommandLine.Parameters;

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

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description =
                    "what to measure, in this order: cipher, upload, download, ranges, papers, audit, consents, scans,"
                            + " retention, heap (default: all)")
    private List<String> only = List.of(
            "cipher", "upload", "download", "ranges", "papers", "audit", "consents", "scans", "retention", "heap");

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
        URI realm = URI.create(addresses.getProperty("realm"));
        var project = new BenchProject(pages, realm);
        Path sound = folder.resolve("sound.wav");
        Sound.write(sound, only.contains("heap") ? size(4) : size(2));
        var transfers = new Transfers(project.researchers.get(0), project.interview(), pages.getPort(), nginx, sound);
        ProcessHandle server = Machine.server(pages.getPort());
        for (String part : only) {
            switch (part) {
                case "cipher" -> Parts.cipher(report);
                case "upload" -> upload(transfers, nginx, server);
                case "download" -> download(transfers, nginx, server);
                case "ranges" -> ranges(transfers);
                case "papers" -> papers(project, pages.getPort());
                case "scans" -> ScannedBatch.measure(project, small ? 25 : 200, report);
                case "audit" -> audit(new Database(stack), folder);
                case "consents" -> consents(new Database(stack), project, pages.getPort());
                case "retention" ->
                    Retention.measure(
                            new Database(stack), () -> new BenchProject(pages, realm), pages.getPort(), small, report);
                case "heap" -> heap(transfers, server);
                default -> throw new IllegalArgumentException(part);
            }
        }
    }

    private void upload(Transfers transfers, Nginx nginx, ProcessHandle server)
            throws IOException, InterruptedException {
        double before = Machine.processorSeconds(server);
        double nginxBefore = Machine.processorSeconds(nginx.handle());
        double[] speed = transfers.upload(size(1), rounds);
        report.ratio("1 GiB upload", "MiB/s", speed[0], "nginx PUT", speed[1], 0.6);
        double each = (rounds + 1) * (double) size(1) / GIB;
        taken(
                "upload",
                (Machine.processorSeconds(server) - before) / each,
                (Machine.processorSeconds(nginx.handle()) - nginxBefore) / each);
    }

    private void download(Transfers transfers, Nginx nginx, ProcessHandle server)
            throws IOException, InterruptedException {
        transfers.prepareDownload(size(1));
        double before = Machine.processorSeconds(server);
        double nginxBefore = Machine.processorSeconds(nginx.handle());
        double[] speed = transfers.download(size(1), rounds);
        report.ratio("1 GiB download", "MiB/s", speed[0], "nginx GET", speed[1], 0.5);
        double each = (rounds + 1) * (double) size(1) / GIB;
        taken(
                "download",
                (Machine.processorSeconds(server) - before) / each,
                (Machine.processorSeconds(nginx.handle()) - nginxBefore) / each);
    }

    private void taken(String what, double ours, double theirs) {
        report.note("processor time for a GiB of " + what, "%.2f s, nginx %.2f s".formatted(ours, theirs));
    }

    private void ranges(Transfers transfers) throws IOException {
        String document = transfers.send(size(2)).document();
        double[] milliseconds = transfers.ranges(document, size(2), 300, 300);
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

    private void audit(Database database, Path folder) throws Exception {
        double[] appends = new AuditAppends(database).measure(small ? 4_000 : 20_000, 3);
        report.ratio("audit appends, durable, 32 writers", "/s", appends[0], "plain INSERT", appends[1], 0.7);
        int entries = small ? 125_000 : 1_000_000;
        report.atMost(
                String.format(Locale.ROOT, "%,d entries verified", entries), "s", LongLog.verify(folder, entries), 60);
    }

    private void consents(Database database, BenchProject project, int pages) throws IOException, SQLException {
        var consents = new ManyConsents(database, project, small ? 1_250 : 10_000);
        consents.fill();
        // What was just put in lies in the database's memory, to be written out by whoever needs the place: not by the
        // gate.
        double[] gate = consents.gate(3_000, 20_000);
        String among = String.format(Locale.ROOT, "gate among %,d consents", small ? 125_000 : 1_000_000);
        report.atMost(among + ", p95", "ms", Report.percentile(gate, 95), 0.5);
        report.note(among + ", median", "%.2f ms".formatted(Report.median(gate)));
        double[] board = consents.board(project.researchers.get(0), pages, 150, 60);
        report.atMost(
                "board of %d participants, p95".formatted(small ? 1_250 : 10_000),
                "ms",
                Report.percentile(board, 95),
                300);
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
