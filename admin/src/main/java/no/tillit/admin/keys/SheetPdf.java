package no.tillit.admin.keys;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import no.tillit.keys.upkeep.EscrowSheet;
import org.apache.pdfbox.pdmodel.PDDocument;

/** One page of paper for one custodian, in Norwegian and English. */
final class SheetPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private SheetPdf() {}

    static byte[] render(EscrowSheet sheet) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(
                () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT), "Liberation Sans");
        builder.withProducer("Tillit");
        builder.withHtmlContent(html(sheet), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The sheet cannot be rendered", e);
        }
        return pdf.toByteArray();
    }

    private static String html(EscrowSheet sheet) {
        String lines = sheet.lines().stream()
                .map(line -> "<p class='line'>" + line + "</p>")
                .collect(Collectors.joining());
        return """
                <html lang="nb"><head><title>Tillit</title><style>
                @page { size: A4; margin: 25mm }
                body { font-family: 'Liberation Sans'; font-size: 11pt }
                .line { font-size: 17pt; letter-spacing: 1pt; margin: 6mm 0 }
                .box { border: 1pt solid black; padding: 2mm 8mm; margin: 8mm 0 }
                </style></head><body>
                <h1>Tillit: del %d av %d av rotnøkkelen</h1>
                <p>Deponering <b>%s</b>, rotnøkkel versjon <b>%d</b>. Tre av fem ark gir rotnøkkelen tilbake; ett eller to sier ingenting om den.</p>
                <div class="box">%s</div>
                <p>Oppbevar arket i forseglet konvolutt, innelåst og hver for seg. Vis det ikke til noen, ta ikke bilde av det, og skriv det aldri inn i noe annet
                enn filen som tillit-admin keys restore ber om. Når rotnøkkelen er byttet, får du et nytt ark, og dette makuleres.</p>
                <p>Sheet %d of %d of the root key, escrow %s, version %d. Any %d sheets restore it. Keep it sealed and locked away; type it only into the file that tillit-admin keys restore reads.
                The letters I, L, O and U are not used: 0 and 1 are numbers. The last two characters of each line check it.</p>
                <p>Navn / name: ________________________________ Dato / date: ________________</p>
                </body></html>
                """.formatted(
                        sheet.number(),
                        sheet.of(),
                        sheet.escrowName(),
                        sheet.rootVersion(),
                        lines,
                        sheet.number(),
                        sheet.of(),
                        sheet.escrowName(),
                        sheet.rootVersion(),
                        sheet.needed());
    }
}
