package no.tillit.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * XHTML becomes a tagged PDF (PDF/A-2a, PDF/UA) that carries its font and its colours with it. Nothing is loaded from
 * elsewhere: no address in the XHTML is followed but {@code data:}.
 */
public final class Paper {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private Paper() {}

    /** What the code at the foot of a page says; asked for each page. */
    @FunctionalInterface
    public interface PageCode {
        /**
         * @param page from 1
         * @param pages how many there are
         * @param section the page to which the document's first bookmark points; 1 without a bookmark
         */
        String of(int page, int pages, int section);
    }

    /** As {@link #render(String)}, with a QR code in the lower left corner of each page, 22 mm wide and 12 mm from the edge. */
    public static byte[] render(String xhtml, PageCode code) {
        return PageCodes.stamp(render(xhtml), code);
    }

    /**
     * @param xhtml with a title, a language, and meta {@code description}, {@code subject} and {@code author}; set in
     *     {@code 'Liberation Sans'}, which has no bold
     */
    public static byte[] render(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(Paper::font, "Liberation Sans");
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withProducer("Tillit");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The document cannot be rendered", e);
        }
        return pdf.toByteArray();
    }

    /** The text as it stands in XHTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
