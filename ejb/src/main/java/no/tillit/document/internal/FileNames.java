package no.tillit.document.internal;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * A file name is kept as a label only, encrypted, since it may hold a person's name; nothing on any disk is ever called
 * by it.
 */
final class FileNames {
    private static final int LONGEST = 150;
    private static final String UNSAFE_IN_NAMES = "<>:\"/\\|?*";

    private FileNames() {}

    /** The last part of a path, without characters that hide, turn or separate, at most 150 long with its ending kept. */
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !isHidden(c))
                .map(c -> UNSAFE_IN_NAMES.indexOf(c) >= 0 ? '_' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip()
                .replaceFirst("^\\.+", "");
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        String stem = dot < 0 ? name : name.substring(0, dot);
        return (stem.isBlank() ? "document" : shortened(stem, LONGEST - ending.length())) + ending;
    }

    private static String shortened(String stem, int most) {
        int length = stem.codePointCount(0, stem.length());
        return length <= most ? stem : stem.substring(0, stem.offsetByCodePoints(0, Math.max(1, most)));
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
