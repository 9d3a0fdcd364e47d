package no.tillit.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF. Large pictures are made smaller while they are decoded, and none is kept after its page. */
final class PdfSheets extends Sheets {
    private final PDDocument document;
    private final PDFRenderer renderer;

    PdfSheets(byte[] file) throws IOException {
        try {
            document = Loader.loadPDF(
                    new RandomAccessReadBuffer(file), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException locked) {
            throw (Unreadable) new Unreadable("encrypted-file").initCause(locked);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw (Unreadable) new Unreadable("damaged-file").initCause(damaged);
        }
        document.setResourceCache(new DefaultResourceCache() {
            @Override
            public void put(COSObject indirect, PDXObject picture) {
                // A picture is drawn once.
            }
        });
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        if (count() == 0) {
            throw new Unreadable("empty-file");
        }
    }

    @Override
    int count() {
        return document.getNumberOfPages();
    }

    @Override
    BufferedImage picture(int page) throws IOException {
        PDRectangle size = document.getPage(page - 1).getCropBox();
        float longer = Math.max(size.getWidth(), size.getHeight());
        return renderer.renderImage(page - 1, LONGER_SIDE / Math.max(longer, 1), ImageType.RGB);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
