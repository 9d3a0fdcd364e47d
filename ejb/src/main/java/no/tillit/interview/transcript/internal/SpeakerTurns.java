package no.tillit.interview.transcript.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who says what from a transcript's text: {@code Name: words} at the start of a line, with or without a time before it,
 * and the voices and times of WebVTT and SubRip.
 *
 * <p>What stands before the first speaker, such as a heading with everyone's names, belongs to nobody and is left out.
 */
final class SpeakerTurns {
    private static final String TIME = "(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?";
    private static final Pattern CUE = Pattern.compile("^(" + TIME + ")\\s+-->\\s+" + TIME + "(?:\\s.*)?$");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]{1,40})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]{0,80}>");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern LABELLED = Pattern.compile("^(?:[\\[(]?(" + TIME + ")[\\])]?\\s*[-–]?\\s*)?"
            + "([\\p{L}\\p{N}][\\p{L}\\p{N}.'_-]{0,29}(?: [\\p{L}\\p{N}.'_-]{1,20}){0,2})\\s?(?:[\\[(](" + TIME
            + ")[\\])])?\\s?:(?:\\s+(.*))?$");

    private final List<Turn> turns = new ArrayList<>();
    private final Predicate<String> speaks;
    private @Nullable String label;
    private @Nullable String at;
    private @Nullable String cue;
    private final StringBuilder words = new StringBuilder();

    private SpeakerTurns(Predicate<String> speaks) {
        this.speaks = speaks;
    }

    /** The turns, in order, every label taken for a speaker. */
    static List<Turn> in(String text) {
        return in(text, Set.of());
    }

    /** The turns, in order; these labels are no speakers, so they and what follows belong to the turn before. */
    static List<Turn> in(String text, Set<String> notSpeakers) {
        var reading = new SpeakerTurns(label -> !notSpeakers.contains(label));
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
            reading.line(lines.get(i).strip(), next);
        }
        reading.close();
        return List.copyOf(reading.turns);
    }

    /** How often each label speaks, in order of appearance. */
    static Map<String, List<Turn>> byLabel(List<Turn> turns) {
        Map<String, List<Turn>> byLabel = new LinkedHashMap<>();
        turns.forEach(turn ->
                byLabel.computeIfAbsent(turn.label(), l -> new ArrayList<>()).add(turn));
        return byLabel;
    }

    private void line(String line, String next) {
        Matcher time = CUE.matcher(line);
        if (time.matches()) {
            cue = time.group(1);
        } else if (!line.isEmpty() && !isFurniture(line, next)) {
            said(line);
        }
    }

    /** The heading and notes of WebVTT, and the number that stands above a cue. */
    private static boolean isFurniture(String line, String next) {
        return line.startsWith("WEBVTT")
                || line.equals("NOTE")
                || line.startsWith("NOTE ")
                || NUMBER.matcher(line).matches() && CUE.matcher(next).matches();
    }

    private void said(String line) {
        Matcher voice = VOICE.matcher(line);
        Matcher labelled = LABELLED.matcher(line);
        if (voice.find() && speaks.test(voice.group(1).strip())) {
            turnTo(voice.group(1).strip(), cue, line.substring(voice.end()));
        } else if (labelled.matches() && speaks.test(labelled.group(2))) {
            String before = labelled.group(1);
            String behind = labelled.group(3);
            turnTo(
                    labelled.group(2),
                    before != null ? before : behind != null ? behind : cue,
                    labelled.group(4) == null ? "" : labelled.group(4));
        } else if (label != null) {
            append(line);
        }
        cue = null;
    }

    private void turnTo(String speaker, @Nullable String time, String first) {
        if (!speaker.equals(label)) {
            close();
            label = speaker;
            at = time;
        }
        append(first);
    }

    private void append(String line) {
        String text = TAG.matcher(line).replaceAll("").strip();
        if (!text.isEmpty()) {
            words.append(words.isEmpty() ? "" : "\n").append(text);
        }
    }

    private void close() {
        if (label != null && !words.isEmpty()) {
            turns.add(new Turn(turns.size() + 1, label, at, words.toString()));
        }
        words.setLength(0);
        label = null;
        at = null;
    }
}
