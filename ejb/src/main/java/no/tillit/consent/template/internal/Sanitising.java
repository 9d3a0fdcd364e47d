package no.tillit.consent.template.internal;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Lets through paragraphs, lists and stress (OWASP Java HTML Sanitizer); what is cleaned once stays as it is when cleaned again. */
public final class Sanitising {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "ul", "ol", "li", "strong", "br")
            .toFactory();
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\u00AD]]|[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern BLOCK = Pattern.compile("<(?:p|ul|ol)>");

    private Sanitising() {}

    public static String clean(String html) {
        String text =
                HIDDEN.matcher(Normalizer.normalize(html, Normalizer.Form.NFC)).replaceAll("");
        String clean = POLICY.sanitize(text)
                .replace("<!-- -->", "")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#43;", "+")
                .replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#96;", "`")
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll("<p>\\s*</p>", "")
                .strip();
        if (clean.replaceAll("<[^>]*>", "").isBlank()) {
            return "";
        }
        Matcher block = BLOCK.matcher(clean);
        int first = block.find() ? block.start() : clean.length();
        return first == 0 ? clean : "<p>" + clean.substring(0, first).strip() + "</p>" + clean.substring(first);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
