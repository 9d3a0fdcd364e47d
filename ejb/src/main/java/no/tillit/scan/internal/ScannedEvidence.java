package no.tillit.scan.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of pages as one PDF, each a page of its own on A4's longer side. It is written sign by sign: nothing is opened, and
 * nothing of the file that was sent is in it but what a page looks like.
 */
final class ScannedEvidence {
    private static final double LONGER_SIDE = 842;

    private final ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    /** A page's picture as JPEG, in colours. */
    record Picture(byte[] jpeg, int width, int height, int turned) {}

    private ScannedEvidence() {}

    static byte[] pdf(List<Picture> pages) {
        return new ScannedEvidence().write(pages);
    }

    private byte[] write(List<Picture> pages) {
        text("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        begin();
        text("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        begin();
        text("<< /Type /Pages /Count " + pages.size() + " /Kids [");
        for (int i = 0; i < pages.size(); i++) {
            text(" " + (3 + 3 * i) + " 0 R");
        }
        text(" ] >>\nendobj\n");
        pages.forEach(this::page);
        int table = pdf.size();
        text("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> text(String.format("%010d 00000 n \n", place)));
        text("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private void page(Picture picture) {
        int page = places.size() + 1;
        double scale = LONGER_SIDE / Math.max(picture.width(), picture.height());
        long width = Math.round(picture.width() * scale);
        long height = Math.round(picture.height() * scale);
        begin();
        text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height + "] /Rotate " + picture.turned()
                + " /Contents " + (page + 1) + " 0 R /Resources << /XObject << /P " + (page + 2)
                + " 0 R >> >> >>\nendobj\n");
        byte[] drawing = (width + " 0 0 " + height + " 0 0 cm /P Do").getBytes(StandardCharsets.ISO_8859_1);
        begin();
        stream("", drawing);
        begin();
        stream(
                "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Width "
                        + picture.width() + " /Height " + picture.height(),
                picture.jpeg());
    }

    private void begin() {
        places.add(pdf.size());
        text(places.size() + " 0 obj\n");
    }

    private void stream(String entries, byte[] content) {
        text("<< " + entries + " /Length " + content.length + " >>\nstream\n");
        pdf.writeBytes(content);
        text("\nendstream\nendobj\n");
    }

    private void text(String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
