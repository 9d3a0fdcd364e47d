package no.tillit.consent;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.tillit.consent.template.LifeArea;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import no.tillit.project.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * Something a person says yes or no to, by itself (O-04): a kind of use, and for sharing a plan which area of it and with which
 * agency (O-18), for linking with which source.
 *
 * <p>An item is told from others by its {@link #code()}. An item that names nobody, such as {@code share-plan}, is the general
 * one: taking it back takes back all of its kind, and a yes to it opens none of them, since nobody was named (GDPR Art 4(11)).
 */
public final class ConsentItem implements Comparable<ConsentItem>, Serializable {
    public static final ConsentItem INTERVIEW = new ConsentItem(ItemKind.INTERVIEW, null, null);
    public static final ConsentItem AUDIO_RECORDING = new ConsentItem(ItemKind.AUDIO_RECORDING, null, null);
    public static final ConsentItem CONTACT_AGAIN = new ConsentItem(ItemKind.CONTACT_AGAIN, null, null);
    public static final ConsentItem FOLLOW_UP = new ConsentItem(ItemKind.FOLLOW_UP, null, null);
    public static final ConsentItem SHARE_PLAN = new ConsentItem(ItemKind.SHARE_PLAN, null, null);
    public static final ConsentItem DATA_LINKAGE = new ConsentItem(ItemKind.DATA_LINKAGE, null, null);

    private static final List<ConsentItem> GENERAL =
            List.of(INTERVIEW, AUDIO_RECORDING, CONTACT_AGAIN, FOLLOW_UP, SHARE_PLAN, DATA_LINKAGE);
    private static final Comparator<ConsentItem> ORDER =
            Comparator.comparing(ConsentItem::kind).thenComparing(ConsentItem::code);
    private static final long serialVersionUID = 1L;

    private final ItemKind kind;
    private final @Nullable LifeArea area;
    private final @Nullable String counterpart;
    private final String code;

    private ConsentItem(ItemKind kind, @Nullable LifeArea area, @Nullable String counterpart) {
        this.kind = kind;
        this.area = area;
        this.counterpart = counterpart;
        this.code = kind.kebab()
                + (area == null ? "" : "/" + kebab(area.name()))
                + (counterpart == null
                        ? ""
                        : "/" + counterpart.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"));
    }

    /**
     * An item.
     *
     * @param area only of a plan that is shared
     * @param counterpart with whom it is shared, or with what it is linked, by name; 1 to 100 characters
     * @throws InvalidInput when it has an area or counterpart that means nothing for its kind
     */
    public static ConsentItem of(ItemKind kind, @Nullable LifeArea area, @Nullable String counterpart) {
        String name = PlainText.optional("counterpart", counterpart, 100);
        if (area != null && kind != ItemKind.SHARE_PLAN) {
            throw new InvalidInput("qualifier-misplaced", "area", "Only sharing a plan is about an area of it.");
        }
        if (name != null && kind != ItemKind.SHARE_PLAN && kind != ItemKind.DATA_LINKAGE) {
            throw new InvalidInput(
                    "qualifier-misplaced", "counterpart", "Only sharing and linking are with somebody else.");
        }
        return area == null && name == null ? general(kind) : new ConsentItem(kind, area, name);
    }

    /** Sharing this area of a plan with this agency. */
    public static ConsentItem sharing(LifeArea area, String agency) {
        return of(ItemKind.SHARE_PLAN, area, agency);
    }

    /** The item of this kind that names no area and nobody. */
    public static ConsentItem general(ItemKind kind) {
        return GENERAL.get(kind.ordinal());
    }

    /** One item of each kind, that names no area and nobody. */
    public static List<ConsentItem> ofEachKind() {
        return GENERAL;
    }

    /** These items, and the general one of each kind that is not among them, in order. */
    public static List<ConsentItem> asked(Collection<ConsentItem> items) {
        Set<ConsentItem> all = new TreeSet<>(items);
        GENERAL.stream()
                .filter(general -> items.stream().noneMatch(item -> item.kind == general.kind))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /**
     * The item with this code, as {@code audio-recording} or {@code share-plan/housing/nav}; a general one also by its
     * constant's name. An agency is then called as in the code.
     *
     * @param field the field that holds the code, for the refusal
     * @throws InvalidInput when there is no such item
     */
    public static ConsentItem named(String field, @Nullable String code) {
        String[] parts = code == null ? new String[0] : code.split("/", -1);
        ItemKind kind = Arrays.stream(ItemKind.values())
                .filter(each -> parts.length > 0
                        && (each.kebab().equals(parts[0]) || each.name().equals(parts[0])))
                .findFirst()
                .orElseThrow(() -> unknown(field));
        return switch (kind) {
            case SHARE_PLAN -> parts.length == 1 ? SHARE_PLAN : shared(field, parts);
            case DATA_LINKAGE -> parts.length > 2 ? none(field) : of(kind, null, parts.length == 1 ? null : parts[1]);
            default -> parts.length > 1 ? none(field) : general(kind);
        };
    }

    /**
     * What is said of each item, from what is said of each code. Two codes can name one item, as {@code interview} and
     * {@code INTERVIEW} do; then nobody knows what was meant.
     *
     * @throws InvalidInput when there is no such item, or one is named twice
     */
    public static <T> Map<ConsentItem, T> byItem(String field, Map<String, T> byCode) {
        Map<ConsentItem, T> byItem = new HashMap<>();
        byCode.forEach((code, said) -> {
            ConsentItem item = named(field, code);
            if (byItem.containsKey(item)) {
                throw new InvalidInput("item-decided-twice", field, "Name each item once.");
            }
            byItem.put(item, said);
        });
        return byItem;
    }

    /** As {@link #named(String, String)}, for a field of that name. */
    public static ConsentItem named(@Nullable String code) {
        return named("items", code);
    }

    private static ConsentItem shared(String field, String[] parts) {
        LifeArea area = Arrays.stream(LifeArea.values())
                .filter(each -> kebab(each.name()).equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> unknown(field));
        return parts.length != 3 || parts[2].isBlank() ? none(field) : sharing(area, parts[2]);
    }

    private static ConsentItem none(String field) {
        throw unknown(field);
    }

    private static InvalidInput unknown(String field) {
        return new InvalidInput(
                "unknown-item",
                field,
                "A consent has these items: "
                        + GENERAL.stream().map(ConsentItem::code).collect(Collectors.joining(", "))
                        + "; sharing with an agency is as share-plan/housing/nav.");
    }

    public ItemKind kind() {
        return kind;
    }

    /** The area of a plan; null unless one is named. */
    public @Nullable LifeArea area() {
        return area;
    }

    /** With whom it is shared, or with what it is linked, as it is written on the form; null when nobody is named. */
    public @Nullable String counterpart() {
        return counterpart;
    }

    /** Tells it from others, as {@code audio-recording} or {@code share-plan/housing/nav}: below this floor items are known by it. */
    public String code() {
        return code;
    }

    /** The item as it is stored, as {@code AUDIO_RECORDING} or {@code SHARE_PLAN/housing/nav}. */
    public String stored() {
        return kind.name() + code.substring(kind.kebab().length());
    }

    /**
     * The item as it was stored.
     *
     * @param counterpart as the form called it; null when that is not known, and the code's word is taken
     */
    public static ConsentItem fromStored(String stored, @Nullable String counterpart) {
        ConsentItem item = named(stored);
        return counterpart == null ? item : of(item.kind, item.area, counterpart);
    }

    /** The item of its kind that names no area and nobody. */
    public ConsentItem general() {
        return general(kind);
    }

    /** Whether what is said of the other item is said of this one: it is the same, or the general one of its kind. */
    public boolean isIn(ConsentItem other) {
        return equals(other) || other.equals(general(kind));
    }

    /**
     * Whether data under this item may rest on this basis alone, without the person's yes. Only following somebody up can be
     * an agency's task or duty; research and sharing always need a yes.
     */
    public boolean mayRestOn(LegalBasis basis) {
        return kind.mayRestOn(basis);
    }

    /** The item without which this one means nothing: no recording without the interview, no sharing without a plan. */
    public Optional<ConsentItem> partOf() {
        return kind.partOf().map(whole -> general(whole));
    }

    /** The item in words of a sentence in English. */
    public String inWords() {
        String words = kind.kebab().replace('-', ' ');
        return words
                + (area == null ? "" : ", area " + kebab(area.name()).replace('-', ' '))
                + (counterpart == null ? "" : ", with " + counterpart);
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int compareTo(ConsentItem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentItem item && code.equals(item.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code);
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return stored();
    }
}
