package no.tillit.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.internal.NationalId;
import no.tillit.participant.internal.ParticipantRecords;

/**
 * Whether a text still says whom it is about, as far as a program can tell: what is written like a pseudonym, however it is spaced, and
 * belongs to a participant of the project; a participant's number; what can be a national identity number.
 */
@ApplicationScoped
public class TracesOfPeople {
    /** With hyphens of any kind, blanks, dots or nothing between its parts. */
    private static final Pattern PSEUDONYM = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])D[\\s\\p{Pd}\\u00ad._/]{0,2}(\\d{4,7})[\\s\\p{Pd}\\u00ad._/]{0,2}(\\d)(?!\\d)");

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{6})[\\s\\p{Pd}.]?(\\d{5})(?!\\d)");
    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    @Inject
    private ParticipantRecords records;

    /** What can lead to somebody. */
    public enum Trace {
        PSEUDONYM,
        PARTICIPANT_ID,
        NATIONAL_ID
    }

    /** What of that is in the text; participants who are erased count too. */
    public Set<Trace> in(ProjectId project, String text) {
        Set<Trace> found = EnumSet.noneOf(Trace.class);
        if (records.isAnyNamed(project, pseudonymsIn(text))) {
            found.add(Trace.PSEUDONYM);
        }
        if (records.isAnyThere(project, idsIn(text))) {
            found.add(Trace.PARTICIPANT_ID);
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (NationalId.isValid(number.group(1) + number.group(2))) {
                found.add(Trace.NATIONAL_ID);
            }
        }
        return found;
    }

    /** All that is written like a record's id. */
    public static Set<UUID> idsIn(String text) {
        Set<UUID> ids = new LinkedHashSet<>();
        Matcher id = ID.matcher(text);
        while (id.find()) {
            String digits = id.group().replace("-", "").toLowerCase(Locale.ROOT);
            ids.add(UUID.fromString(digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
        }
        return ids;
    }

    private static Set<String> pseudonymsIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = PSEUDONYM.matcher(text);
        while (name.find()) {
            names.add("D-" + name.group(1) + "-" + name.group(2));
        }
        return names;
    }
}
