package no.tillit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.tillit.testing.scans.Sheet;

/** A batch of printed forms is sent as one scan; until each of its pages is read and each form proposed to its person. */
final class ScannedBatch {
    private static final int DOTS_PER_INCH = 200;

    private ScannedBatch() {}

    /** Reads a batch of at least so many pages and says how long it took, in seconds, from the first byte sent. */
    static void measure(BenchProject project, int pages, Report report) throws InterruptedException {
        String version = project.publishedVersion();
        List<BufferedImage> sheets = new ArrayList<>();
        int forms = 0;
        while (sheets.size() < pages) {
            byte[] form = project.printed(project.participant(), version);
            forms++;
            for (int page = 1; page <= Sheet.pages(form); page++) {
                sheets.add(Sheet.scanned(form, page, DOTS_PER_INCH));
            }
        }
        byte[] batch = Sheet.pdf("", sheets.toArray(BufferedImage[]::new));
        Person researcher = project.researchers.get(0);
        long began = System.nanoTime();
        String scan = researcher
                .send(project.path("scans"), "batch.pdf", batch)
                .get("id")
                .asText();
        JsonNode state = researcher.get("scans/" + scan);
        while (!state.get("state").asText().equals("read")) {
            TimeUnit.MILLISECONDS.sleep(250);
            state = researcher.get("scans/" + scan);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long proposed = researcher
                .get(project.path("scanned-forms/counts"))
                .get("proposed")
                .asLong();
        report.atMost("a scan of " + sheets.size() + " pages split and matched", "s", seconds, 60);
        report.fact(
                "forms proposed to their person", Long.toString(proposed), Integer.toString(forms), proposed == forms);
    }
}
