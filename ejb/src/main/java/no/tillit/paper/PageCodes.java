package no.tillit.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Puts a code of its own at the foot of each page: a QR code that a scanner reads even when a quarter of it is lost, drawn as
 * squares, and an artifact to those who have the page read aloud.
 */
final class PageCodes {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float SIZE = 22 * MILLIMETRE;
    private static final float LEFT = 20 * MILLIMETRE;
    private static final float BOTTOM = 12 * MILLIMETRE;

    private PageCodes() {}

    /** The same document with a code on each page. */
    static byte[] stamp(byte[] pdf, Paper.PageCode code) {
        var stamped = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            int section = firstBookmark(document);
            for (int page = 1; page <= pages; page++) {
                stamp(document, document.getPage(page - 1), code.of(page, pages, section));
            }
            document.save(stamped);
        } catch (IOException | WriterException e) {
            throw new IllegalStateException("A code of a few letters can always be drawn", e);
        }
        return stamped.toByteArray();
    }

    /** The page, from 1, where the document's first bookmark points; 1 when it has none. */
    private static int firstBookmark(PDDocument document) throws IOException {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        PDOutlineItem first = outline == null ? null : outline.getFirstChild();
        PDPage page = first == null ? null : first.findDestinationPage(document);
        return page == null ? 1 : document.getPages().indexOf(page) + 1;
    }

    private static void stamp(PDDocument document, PDPage page, String text) throws IOException, WriterException {
        BitMatrix bits = new QRCodeWriter()
                .encode(
                        text,
                        BarcodeFormat.QR_CODE,
                        1,
                        1,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4));
        float square = SIZE / bits.getWidth();
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setNonStrokingColor(0f, 0f, 0f);
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        content.addRect(LEFT + x * square, BOTTOM + SIZE - (y + 1) * square, square, square);
                    }
                }
            }
            content.fill();
            content.endMarkedContent();
        }
    }
}
