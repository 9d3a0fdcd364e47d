package no.tillit.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents of about 50 KB, each different, that the intake reads like any other: text, PDF and DOCX. */
enum Paper {
    TXT {
        @Override
        byte[] make(Random random) {
            return text(random, SIZE).getBytes(StandardCharsets.UTF_8);
        }
    },
    PDF {
        @Override
        byte[] make(Random random) {
            List<String> objects = new ArrayList<>();
            int pages = 16;
            var kids = new StringBuilder();
            for (int page = 0; page < pages; page++) {
                kids.append(4 + 2 * page).append(" 0 R ");
            }
            objects.add("<< /Type /Catalog /Pages 2 0 R >>");
            objects.add("<< /Type /Pages /Count " + pages + " /Kids [" + kids + "] >>");
            objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
            for (int page = 0; page < pages; page++) {
                String lines = text(random, SIZE / pages - 500).replace("\n", ") Tj T* (");
                String content = "BT /F1 11 Tf 14 TL 40 780 Td (" + lines + ") Tj ET";
                objects.add(
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                                + " /Contents " + (5 + 2 * page) + " 0 R >>");
                objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
            }
            return pdf(objects);
        }
    },
    DOCX {
        @Override
        byte[] make(Random random) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                entry(zip, "[Content_Types].xml", TYPES);
                entry(zip, "_rels/.rels", RELATIONS);
                String paragraphs = text(random, SIZE * 23 / 10).replace("\n", "</w:t></w:r></w:p><w:p><w:r><w:t>");
                entry(zip, "word/document.xml", DOCUMENT.formatted(paragraphs));
            }
            return out.toByteArray();
        }
    };

    private static final int SIZE = 50_000;
    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>""";
    private static final String DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>""";

    /** A new document; the same for the same state of {@code random}. */
    abstract byte[] make(Random random) throws IOException;

    String fileName() {
        return "samtale." + name().toLowerCase(Locale.ROOT);
    }

    List<byte[]> make(int count, Random random) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(make(random));
        }
        return documents;
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder(length + 80);
        while (text.length() < length) {
            for (int word = 0; word < 12; word++) {
                for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                text.append(' ');
            }
            text.append('\n');
        }
        return text.substring(0, length);
    }

    private static byte[] pdf(List<String> objects) {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int at = file.length();
        int count = objects.size() + 1;
        file.append("xref\n0 ").append(count).append('\n').append(table);
        file.append("trailer\n<< /Size ")
                .append(count)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(at);
        return file.append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.strip().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
