package no.tillit.document;

import static no.tillit.document.FileFormat.CSV;
import static no.tillit.document.FileFormat.DOCX;
import static no.tillit.document.FileFormat.FLAC;
import static no.tillit.document.FileFormat.JPEG;
import static no.tillit.document.FileFormat.M4A;
import static no.tillit.document.FileFormat.MP3;
import static no.tillit.document.FileFormat.ODT;
import static no.tillit.document.FileFormat.OGG;
import static no.tillit.document.FileFormat.PDF;
import static no.tillit.document.FileFormat.PNG;
import static no.tillit.document.FileFormat.SRT;
import static no.tillit.document.FileFormat.TXT;
import static no.tillit.document.FileFormat.VTT;
import static no.tillit.document.FileFormat.WAV;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import no.tillit.access.Action;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.InvalidInput;
import no.tillit.project.DataCategory;
import no.tillit.project.Method;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of document, and everything that differs between them: the one place to change, with the label bundle, when
 * a kind is added.
 */
public enum DocumentType {
    /** The sound of an interview; kept only if recording was consented to (O-05). */
    AUDIO_RECORDING(
            AttachedTo.INTERVIEW,
            Set.of(WAV, MP3, M4A, FLAC, OGG),
            Sensitivity.SPECIAL,
            Field.RESEARCH,
            ConsentItem.AUDIO_RECORDING,
            DataCategory.GENERAL,
            Method.AUDIO_RECORDING,
            Disposal.WITH_ITS_BASIS),
    /** What was said in an interview, written down (O-12). */
    TRANSCRIPT(
            AttachedTo.INTERVIEW,
            Set.of(DOCX, ODT, PDF, TXT, VTT, SRT),
            Sensitivity.SPECIAL,
            Field.RESEARCH,
            ConsentItem.INTERVIEW,
            DataCategory.GENERAL,
            null,
            Disposal.WITH_ITS_BASIS),
    /** What the interviewer wrote; the way to take part without being recorded (O-05). */
    INTERVIEW_NOTES(
            AttachedTo.INTERVIEW,
            Set.of(DOCX, ODT, PDF, TXT),
            Sensitivity.SPECIAL,
            Field.RESEARCH,
            ConsentItem.INTERVIEW,
            DataCategory.GENERAL,
            null,
            Disposal.WITH_ITS_BASIS),
    /**
     * The signed form, or the sound of a spoken consent: shows that there was consent (GDPR Art 7(1)), so it rests on no consent
     * itself.
     */
    CONSENT_EVIDENCE(
            AttachedTo.CONSENT,
            Set.of(PDF, PNG, JPEG, WAV, MP3, M4A, FLAC, OGG),
            Sensitivity.ORDINARY,
            Field.EVIDENCE,
            null,
            DataCategory.GENERAL,
            null,
            Disposal.WITH_ITS_BASIS),
    /** A person's way out of prison (O-15). */
    RELEASE_PLAN(
            AttachedTo.PARTICIPANT,
            Set.of(DOCX, ODT, PDF, TXT),
            Sensitivity.SPECIAL,
            Field.CASEWORK,
            ConsentItem.FOLLOW_UP,
            DataCategory.CRIMINAL_OFFENCE,
            Method.CASE_RECORDS,
            Disposal.WITH_ITS_BASIS),
    /** A letter, statement or note in a person's case. */
    CASE_DOCUMENT(
            AttachedTo.PARTICIPANT,
            Set.of(DOCX, ODT, PDF, TXT),
            Sensitivity.SPECIAL,
            Field.CASEWORK,
            ConsentItem.FOLLOW_UP,
            DataCategory.GENERAL,
            Method.CASE_RECORDS,
            Disposal.WITH_ITS_BASIS),
    /** An administrative decision (vedtak): rests on law, and archive law keeps it (O-22). */
    CASE_DECISION(
            AttachedTo.PARTICIPANT,
            Set.of(DOCX, ODT, PDF, TXT),
            Sensitivity.SPECIAL,
            Field.CASEWORK,
            null,
            DataCategory.CRIMINAL_OFFENCE,
            Method.CASE_RECORDS,
            Disposal.PRESERVED_BY_ARCHIVE_LAW),
    /**
     * What is about nobody any more: it rests on no consent once it is released, hangs on the project, and stays when that ends (O-09).
     * Its text can be looked through by a program, so no pictures and no sound.
     */
    ANONYMISED_MATERIAL(
            AttachedTo.MATERIAL,
            Set.of(DOCX, ODT, PDF, TXT, CSV),
            Sensitivity.ORDINARY,
            Field.ANONYMISED,
            null,
            DataCategory.GENERAL,
            null,
            Disposal.STAYS_WHEN_RELEASED);

    /** When a document of a kind goes. */
    public enum Disposal {
        /** When what it rests on ends: the consent, the approval, or the person's wish. */
        WITH_ITS_BASIS,
        /** Never by a deletion: archive law binds it (arkivlova; O-22). */
        PRESERVED_BY_ARCHIVE_LAW,
        /** As a draft with those it was made from; released, never: it is no personal data any more (GDPR recital 26). */
        STAYS_WHEN_RELEASED
    }

    /** Whose work a kind belongs to. */
    private enum Field {
        RESEARCH(Action.ATTACH_RESEARCH_DOCUMENT, Action.READ_RESEARCH_CONTENT),
        CASEWORK(Action.ATTACH_CASE_DOCUMENT, Action.READ_CASE_CONTENT),
        EVIDENCE(Action.ATTACH_CONSENT_EVIDENCE, Action.READ_CONSENT_EVIDENCE),
        ANONYMISED(Action.PUT_FORWARD_MATERIAL, Action.READ_MATERIAL);

        private final Action attaching;
        private final Action reading;

        Field(Action attaching, Action reading) {
            this.attaching = attaching;
            this.reading = reading;
        }
    }

    private final AttachedTo attachedTo;
    private final Set<FileFormat> formats;
    private final Sensitivity sensitivity;
    private final Field field;
    private final @Nullable ConsentItem restsOn;
    private final DataCategory category;
    private final @Nullable Method method;
    private final Disposal disposal;

    DocumentType(
            AttachedTo attachedTo,
            Set<FileFormat> formats,
            Sensitivity sensitivity,
            Field field,
            @Nullable ConsentItem restsOn,
            DataCategory category,
            @Nullable Method method,
            Disposal disposal) {
        this.attachedTo = attachedTo;
        this.formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
        this.sensitivity = sensitivity;
        this.field = field;
        this.restsOn = restsOn;
        this.category = category;
        this.method = method;
        this.disposal = disposal;
    }

    /** What documents of this kind hang on. */
    public AttachedTo attachedTo() {
        return attachedTo;
    }

    /** The formats it may have. */
    public Set<FileFormat> formats() {
        return formats;
    }

    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** What one must be allowed to do to add one. */
    public Action attaching() {
        return field.attaching;
    }

    /** What one must be allowed to do to read what it says. */
    public Action reading() {
        return field.reading;
    }

    /** The consent item without which it may neither come nor be read; null when it rests on law. */
    public @Nullable ConsentItem restsOn() {
        return restsOn;
    }

    /** The kind of data that the approval must cover (O-01). */
    public DataCategory category() {
        return category;
    }

    /** The method that the approval must cover besides that of the interview; null when there is none. */
    public @Nullable Method method() {
        return method;
    }

    public Disposal disposal() {
        return disposal;
    }

    /** Whether archive law keeps it whatever else is erased. */
    public boolean isBoundByArchiveLaw() {
        return disposal == Disposal.PRESERVED_BY_ARCHIVE_LAW;
    }

    /** The name in addresses and in JSON, in kebab case. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The format that a file of this kind has by its name.
     *
     * @throws FileRefused with code {@code type-not-allowed} when this kind does not come in that format
     */
    public FileFormat formatOf(String fileName) {
        return FileFormat.ofFileName(fileName)
                .filter(formats::contains)
                .orElseThrow(() -> FileRefused.typeNotAllowed(formats));
    }

    /**
     * The kind with this name in an address.
     *
     * @throws InvalidInput when there is none
     */
    public static DocumentType named(@Nullable String parameter) {
        return Arrays.stream(values())
                .filter(t -> t.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "document-type-unknown", "type", "Name a document type, such as transcript or case-document."));
    }
}
