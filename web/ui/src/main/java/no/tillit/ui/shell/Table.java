package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * The filter, order and page of a list stand in its address, so that a list can be kept, shared and gone back to.
 *
 * <p>{@code sort} is a column's name, with a minus in front for descending; {@code page} counts from 1.
 */
@Named
@RequestScoped
public class Table {
    private static final int SIZE = 25;

    @Inject
    private HttpServletRequest request;

    /** The value of a filter, or an empty text. */
    public String filter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The filter's value, when there is one. */
    public Optional<String> asked(String name) {
        return Optional.of(filter(name)).filter(v -> !v.isEmpty());
    }

    /** The filter's value as one of an enumeration; unknown values count as none. */
    public <E extends Enum<E>> Optional<E> asked(String name, Class<E> type) {
        return asked(name)
                .flatMap(value -> Arrays.stream(type.getEnumConstants())
                        .filter(e -> e.name().equals(value))
                        .findFirst());
    }

    /**
     * The id in the address.
     *
     * @throws NotFound when it is missing or none
     */
    public UUID id(String name) {
        try {
            return UUID.fromString(filter(name));
        } catch (IllegalArgumentException none) {
            NotFound absent = new NotFound();
            absent.addSuppressed(none);
            throw absent;
        }
    }

    /**
     * The filter's value as a day; null when there is none.
     *
     * @throws InvalidInput when it is no day
     */
    public @Nullable LocalDate day(String name) {
        try {
            return asked(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException none) {
            InvalidInput refusal = new InvalidInput("date-malformed", name, "Write the date as year-month-day.");
            refusal.addSuppressed(none);
            throw refusal;
        }
    }

    /** The page asked for; nonsense counts as the first. */
    public PageRequest request() {
        String page = filter("page");
        int number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        return new PageRequest(number - 1, SIZE);
    }

    /** The order asked for, or this one. */
    public String sort(String otherwise) {
        return asked("sort").orElse(otherwise);
    }

    /** The address of another page, counted from 0. */
    public String pageLink(int page) {
        return link(Map.of("page", String.valueOf(page + 1)));
    }

    /** The address that sorts by this column, or turns its order. */
    public String sortLink(String column) {
        return link(Map.of("sort", filter("sort").equals(column) ? "-" + column : column, "page", ""));
    }

    /** For {@code aria-sort}. */
    public String sorted(String column) {
        String sort = filter("sort");
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : "none";
    }

    /** The order to the eye. */
    public String arrow(String column) {
        return switch (sorted(column)) {
            case "ascending" -> "▲";
            case "descending" -> "▼";
            default -> "↕";
        };
    }

    /** The address of this page with another value for this filter. */
    public String link(String name, String value) {
        return link(Map.of(name, value));
    }

    private String link(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, values[0]));
        all.putAll(changed);
        return "?"
                + all.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
