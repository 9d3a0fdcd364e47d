package no.tillit.consent.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.tillit.consent.internal.BoardCsv;
import org.jspecify.annotations.Nullable;

/** Forms as a table for a spreadsheet (RFC 4180, with semicolons), line by line; what looks like a formula is text. */
public final class FormsCsv {
    private static final List<String> HEADS = List.of(
            "pseudonym",
            "consent",
            "item",
            "code",
            "answer",
            "state",
            "signed-on",
            "method",
            "language",
            "template",
            "version",
            "version-code",
            "form-reference",
            "captured-at",
            "captured-by",
            "last-day",
            "ended-at",
            "ended-by",
            "checked",
            "evidence");

    private FormsCsv() {}

    /** The first line. */
    public static String head() {
        return line(HEADS);
    }

    /** One line. */
    public static String of(FormLine form) {
        return line(Arrays.asList(
                form.pseudonym(),
                form.consent().value().toString(),
                form.item().kind().kebab(),
                form.code(),
                form.answer() ? "yes" : "no",
                kebab(form.state()),
                form.signedOn().toString(),
                kebab(form.method()),
                form.language(),
                text(form.template()),
                text(form.versionNumber()),
                text(form.versionCode()),
                text(form.formReference()),
                form.capturedAt().toString(),
                form.capturedBy(),
                text(form.lastDay()),
                text(form.endedAt()),
                form.endedBy() == null ? "" : kebab(form.endedBy()),
                text(form.checked()),
                text(form.evidence())));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(BoardCsv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
