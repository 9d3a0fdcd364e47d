package no.tillit.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file format that can be received, as its file name promises it and as its bytes show it. */
public enum FileFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of(), Set.of("docx")),
    ODT("application/vnd.oasis.opendocument.text", Set.of(), Set.of("odt")),
    PDF("application/pdf", Set.of(), Set.of("pdf")),
    CSV("text/csv", Texts.DETECTED, Set.of("csv")),
    TXT("text/plain", Texts.DETECTED, Set.of("txt")),
    VTT("text/vtt", Texts.DETECTED, Set.of("vtt")),
    SRT("application/x-subrip", Texts.DETECTED, Set.of("srt")),
    WAV("audio/wav", Set.of("audio/vnd.wave", "audio/x-wav"), Set.of("wav")),
    MP3("audio/mpeg", Set.of(), Set.of("mp3")),
    M4A("audio/mp4", Set.of("audio/x-m4a", "application/mp4"), Set.of("m4a")),
    FLAC("audio/flac", Set.of("audio/x-flac"), Set.of("flac")),
    OGG(
            "audio/ogg",
            Set.of("audio/vorbis", "audio/opus", "audio/speex", "audio/x-oggflac", "application/ogg"),
            Set.of("ogg", "oga", "opus")),
    PNG("image/png", Set.of(), Set.of("png")),
    JPEG("image/jpeg", Set.of(), Set.of("jpg", "jpeg")),
    TIFF("image/tiff", Set.of(), Set.of("tif", "tiff"));

    private final String mediaType;
    private final Set<String> detectedAs;
    private final Set<String> extensions;

    FileFormat(String mediaType, Set<String> detectedAs, Set<String> extensions) {
        this.mediaType = mediaType;
        this.detectedAs = detectedAs;
        this.extensions = extensions;
    }

    /** The media type under which it is handed out. */
    public String mediaType() {
        return mediaType;
    }

    /** The endings that a file name of this format may have, in lower case without the dot. */
    public Set<String> extensions() {
        return extensions;
    }

    /** Whether it is sound, which may be large and holds no text. */
    public boolean isAudio() {
        return mediaType.startsWith("audio/");
    }

    /** Whether it is nothing but characters. */
    public boolean isBareText() {
        return detectedAs == Texts.DETECTED;
    }

    /** Whether a detector's answer, without its parameters, means this format. */
    public boolean isDetectedAs(String detected) {
        return mediaType.equals(detected) || detectedAs.contains(detected);
    }

    /** The format that this file name promises, if any. */
    public static Optional<FileFormat> ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.extensions.contains(extension))
                .findFirst();
    }

    /** Subtitles and tables are told from plain text by their name only, so any of these means text. */
    private static final class Texts {
        static final Set<String> DETECTED = Set.of(
                "text/plain", "text/vtt", "application/x-subrip", "text/csv", "text/tsv", "text/tab-separated-values");
    }
}
