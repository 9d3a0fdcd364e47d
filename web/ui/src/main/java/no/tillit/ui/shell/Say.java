package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Puts dates, sizes, states and sentences the way a person would say them, in the reader's language. */
@Named
@RequestScoped
public class Say {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private final Clock clock;
    private final Locale locale;

    @Inject
    Say(Clock clock, Language language) {
        this(clock, language.getLocale());
    }

    Say(Clock clock, Locale locale) {
        this.clock = clock;
        this.locale = locale;
    }

    /** For the container's proxy. */
    Say() {
        this(new Clock(), Locale.forLanguageTag("nb"));
    }

    /** The sentence with this key. */
    public String text(String key) {
        return bundle().getString(key);
    }

    /** The sentence with this key, with its blanks filled in. */
    public String it(String key, @Nullable Object... values) {
        return new MessageFormat(text(key), locale).format(values);
    }

    /** Why something was refused. */
    public String refusal(Refusal refusal) {
        return refusal(refusal.code());
    }

    /** Why something was refused, by the refusal's code. */
    public String refusal(String code) {
        String key = "refusal." + code;
        return bundle().containsKey(key) ? text(key) : text("refusal.other");
    }

    /** What somebody did, by the name the log has for it; the name itself where the pages have no words. */
    public String action(String name) {
        String key = "action." + name;
        return bundle().containsKey(key) ? text(key) : name;
    }

    /** What a kind of record is called; the kind itself where the pages have no word for it. */
    public String kind(String kind) {
        String key = "kind." + kind;
        return bundle().containsKey(key) ? text(key) : kind;
    }

    /** What one record of this kind is called, where that differs from many. */
    public String one(String kind) {
        String key = "one." + kind;
        return bundle().containsKey(key) ? text(key) : kind(kind);
    }

    /** What the value is called. */
    public String label(@Nullable Enum<?> value) {
        return value == null ? "" : text("enum." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** The texts in one line. */
    public String list(Collection<String> texts) {
        return String.join(", ", texts);
    }

    /** What the values are called, in one line. */
    public String labels(Collection<? extends Enum<?>> values) {
        return values.stream().map(this::label).sorted().collect(Collectors.joining(", "));
    }

    /** The values to choose between, in words. */
    public List<SelectItem> options(Collection<? extends Enum<?>> values) {
        return values.stream().map(v -> new SelectItem(v, label(v))).toList();
    }

    /** The values to tick, in words; each item's value is the constant's name. */
    public List<SelectItem> ticks(Collection<? extends Enum<?>> values) {
        return values.stream().map(v -> new SelectItem(v.name(), label(v))).toList();
    }

    /** The day, e.g. 14.12.2026. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    /** The day and how far it is, e.g. 14.12.2026 (om 23 dager). */
    public String dateAndDistance(@Nullable LocalDate day) {
        return day == null ? "" : date(day) + " (" + distance(day) + ")";
    }

    /** How far a day is from this one. */
    public String distance(LocalDate day) {
        long days = ChronoUnit.DAYS.between(clock.today(), day);
        if (days == 0) {
            return text("time.today");
        }
        if (Math.abs(days) == 1) {
            return text(days > 0 ? "time.tomorrow" : "time.yesterday");
        }
        if (Math.abs(days) < 60) {
            return it(days > 0 ? "time.inDays" : "time.daysAgo", Math.abs(days));
        }
        long months = Math.abs(ChronoUnit.MONTHS.between(clock.today(), day));
        if (months < 24) {
            return it(days > 0 ? "time.inMonths" : "time.monthsAgo", months);
        }
        return it(days > 0 ? "time.inYears" : "time.yearsAgo", months / 12);
    }

    /** The moment as one would tell it today, e.g. i går kl. 15.40. */
    public String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = instant.atZone(Clock.ZONE);
        long days = ChronoUnit.DAYS.between(at.toLocalDate(), clock.today());
        String day = days == 0 ? text("time.today") : days == 1 ? text("time.yesterday") : date(at.toLocalDate());
        return it("time.at", day, TIME.format(at));
    }

    /** The day that comes this many days after the moment; after now when there is none. */
    public LocalDate after(@Nullable Instant instant, int days) {
        LocalDate from =
                instant == null ? clock.today() : instant.atZone(Clock.ZONE).toLocalDate();
        return from.plusDays(days);
    }

    /** How much it is, e.g. 212 MB; steps of a thousand. */
    public String size(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(locale, amount < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }

    /** The day as a program reads it. */
    public String iso(@Nullable Object time) {
        return time == null ? "" : time.toString();
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "no.tillit.ui.messages",
                locale,
                Say.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
