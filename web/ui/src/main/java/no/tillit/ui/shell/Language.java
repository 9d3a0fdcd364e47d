package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The language of the pages: what the person chose, and bokmål until then (O-20). */
@Named
@RequestScoped
public class Language {
    static final String COOKIE = "tillit-language";
    private static final List<String> TAGS = List.of("nb", "nn", "en");

    @Inject
    private HttpServletRequest request;

    /** One language to choose. */
    public record Offer(String tag, String name, boolean current) {}

    /** The language tag, {@code nb}, {@code nn} or {@code en}. */
    public String getTag() {
        return tagOf(request);
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getTag());
    }

    /** The languages, each in its own name. */
    public List<Offer> getOffers() {
        String tag = getTag();
        return List.of(
                new Offer("nb", "Bokmål", tag.equals("nb")),
                new Offer("nn", "Nynorsk", tag.equals("nn")),
                new Offer("en", "English", tag.equals("en")));
    }

    /** The page to come back to, for a query. */
    public String getBack() {
        String query = request.getQueryString();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String here = path + (query == null ? "" : "?" + query);
        return URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    static boolean isOffered(String tag) {
        return TAGS.contains(tag);
    }

    static String tagOf(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? "nb"
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(Language::isOffered)
                        .findFirst()
                        .orElse("nb");
    }
}
