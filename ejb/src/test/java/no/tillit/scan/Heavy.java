package no.tillit.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** A file of scans that is as heavy as many pages in colour are. */
final class Heavy {
    private Heavy() {}

    /** So many times this page, each with bytes of its own, and noise until it is about so long. */
    static void pdf(Path to, byte[] jpeg, int pages, int length) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromByteArray(document, jpeg),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            byte[] noise = new byte[1 << 20];
            new Random(7).nextBytes(noise);
            COSStream weight = document.getDocument().createCOSStream();
            try (var out = weight.createOutputStream()) {
                for (long left = length - (long) pages * jpeg.length; left > noise.length; left -= noise.length) {
                    out.write(noise);
                }
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Weight"), weight);
            document.save(to.toFile());
        }
    }
}
