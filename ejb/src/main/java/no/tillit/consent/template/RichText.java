package no.tillit.consent.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.consent.template.internal.Sanitising;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs, lists and stress, and nothing else: whatever was sent, no script, picture, link or style is in it.
 *
 * @param value well-formed XHTML of {@code p ul ol li strong br}, without attributes; at most {@value #MAX} characters
 */
public record RichText(String value) {
    /** Most characters, markup included. */
    public static final int MAX = 20_000;

    /** Nothing written yet. */
    public static final RichText NONE = new RichText("");

    private static final Pattern BULLET = Pattern.compile("\\s*[-*•]\\s+(.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,2}[.)]\\s+(.*)");
    private static final Pattern STRESSED = Pattern.compile("\\*\\*(.+?)\\*\\*");

    /** @throws InvalidInput when the text is too long */
    public RichText {
        String sent = value == null ? "" : value;
        if (sent.length() > MAX) {
            throw new InvalidInput("too-long", "text", "Write at most " + MAX + " characters here.");
        }
        value = Sanitising.clean(sent);
    }

    public boolean isBlank() {
        return value.isEmpty();
    }

    /**
     * From what somebody typed: an empty line begins a paragraph, lines that begin with {@code -} or {@code 1.} are a list, and
     * what stands between two pairs of asterisks is stressed.
     */
    public static RichText typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        if (text.length() > MAX) {
            throw new InvalidInput("too-long", "text", "Write at most " + MAX + " characters here.");
        }
        var html = new StringBuilder();
        for (String block : text.strip().replace("\r", "").split("\n\\s*\n", -1)) {
            block(html, block.strip().split("\n", -1));
        }
        return new RichText(html.toString());
    }

    /** As somebody would have typed it. */
    public String typed() {
        var text = new StringBuilder();
        Matcher block =
                Pattern.compile("<(p|ul|ol)>(.*?)</\\1>", Pattern.DOTALL).matcher(value);
        while (block.find()) {
            text.append(text.isEmpty() ? "" : "\n\n");
            String inside = block.group(2);
            if (block.group(1).equals("p")) {
                text.append(inside);
            } else {
                items(text, inside, block.group(1).equals("ol"));
            }
        }
        return Sanitising.unescape(text.toString()
                .replaceAll("\\s*<br />\\s*", "\n")
                .replaceAll("</?strong>", "**")
                .replaceAll("<[^>]*>", ""));
    }

    private static void items(StringBuilder text, String list, boolean numbered) {
        Matcher item = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL).matcher(list);
        for (int number = 1; item.find(); number++) {
            text.append(number == 1 ? "" : "\n")
                    .append(numbered ? number + ". " : "- ")
                    .append(item.group(1).strip());
        }
    }

    private static void block(StringBuilder html, String[] lines) {
        String open = "";
        for (String line : lines) {
            Matcher bullet = BULLET.matcher(line);
            Matcher numbered = NUMBERED.matcher(line);
            boolean bulleted = bullet.matches();
            String kind = bulleted ? "ul" : numbered.matches() ? "ol" : "p";
            if (!kind.equals(open)) {
                html.append(open.isEmpty() ? "" : "</" + open + ">")
                        .append('<')
                        .append(kind)
                        .append('>');
            } else if (kind.equals("p")) {
                html.append("<br />");
            }
            open = kind;
            String words = stressed(bulleted ? bullet.group(1) : kind.equals("ol") ? numbered.group(1) : line);
            html.append(kind.equals("p") ? words : "<li>" + words + "</li>");
        }
        html.append("</").append(open).append('>');
    }

    private static String stressed(String line) {
        return STRESSED.matcher(Sanitising.escape(line.strip())).replaceAll("<strong>$1</strong>");
    }
}
