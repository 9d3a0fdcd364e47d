package no.tillit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentState;
import no.tillit.consent.EndedBy;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.FindingKind;
import no.tillit.consent.template.LifeArea;
import no.tillit.consent.template.ReAsk;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.TemplateState;
import no.tillit.consent.template.Topic;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentType;
import no.tillit.document.Sensitivity;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.MaterialState;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ExtensionReason;
import no.tillit.erasure.ManualKind;
import no.tillit.erasure.PreviewNote;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewState;
import no.tillit.kernel.Purpose;
import no.tillit.participant.BlockReason;
import no.tillit.participant.ContactField;
import no.tillit.participant.ParticipantState;
import no.tillit.project.DataCategory;
import no.tillit.project.LegalBasis;
import no.tillit.project.Method;
import no.tillit.retention.DisposalDecision;
import no.tillit.retention.DueList;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionReason;
import no.tillit.scan.ByHand;
import no.tillit.scan.ImportedRow;
import no.tillit.scan.ScannedFormState;
import no.tillit.verifier.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the application can say, the pages can say in words. */
class LabelsTest {
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:super|InvalidInput|Conflict|NotApproved|FileRefused|StillPersonal|ConsentMissing|RecordClosed)\\(\\s*"
                    + "(?:RecordState\\.\\w+,\\s*)?\"([a-z]+(?:-[a-z]+)*)\"");
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("no.tillit.ui.messages", Locale.forLanguageTag("nb"));

    @Test
    @DisplayName("every constant that pages show has a label")
    void constants() {
        List<Class<? extends Enum<?>>> shown = List.of(
                Role.class,
                Purpose.class,
                Outcome.class,
                LegalBasis.class,
                DataCategory.class,
                Method.class,
                ParticipantState.class,
                BlockReason.class,
                ContactField.class,
                ItemKind.class,
                ConsentState.class,
                CaptureMethod.class,
                BoardStatus.class,
                EndedBy.class,
                InvalidReason.class,
                TemplateState.class,
                FindingKind.class,
                Topic.class,
                LifeArea.class,
                ReadyMade.class,
                ReAsk.Whom.class,
                DocumentType.class,
                DocumentState.class,
                Sensitivity.class,
                AttachedTo.class,
                AnonymityCheck.class,
                MaterialState.class,
                InterviewKind.class,
                InterviewState.class,
                DeletionCause.class,
                DeletionState.class,
                PreviewNote.class,
                ExtensionReason.class,
                ByHand.class,
                ScannedFormState.class,
                ImportedRow.Outcome.class,
                Finding.Kind.class,
                RecordKind.class,
                RetentionEvent.class,
                DisposalDecision.class,
                HoldAudience.class,
                DueList.class,
                ManualKind.class);
        assertThat(missing(shown.stream()
                        .flatMap(type -> Arrays.stream(type.getEnumConstants())
                                .map(constant -> "enum." + type.getSimpleName() + "." + constant.name()))))
                .isEmpty();
    }

    @Test
    @DisplayName("every action in the log and every reason to keep or erase has a sentence")
    void actionsAndReasons() {
        assertThat(missing(Arrays.stream(Action.values()).map(action -> "action." + action.auditName())))
                .isEmpty();
        assertThat(missing(Arrays.stream(RetentionReason.values())
                        .flatMap(reason -> Stream.of("retention." + reason.code(), "authority." + reason.code()))))
                .isEmpty();
    }

    @Test
    @DisplayName("every refusal of the application has a sentence")
    void refusals() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../../ejb/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                REFUSAL.matcher(text.contains("extends SealedFields") ? "" : text)
                        .results()
                        .forEach(found -> codes.add("refusal." + found.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(missing(codes.stream())).isEmpty();
    }

    private static Set<String> missing(Stream<String> keys) {
        Set<String> absent = new TreeSet<>();
        keys.filter(key -> !WORDS.containsKey(key)).forEach(absent::add);
        return absent;
    }
}
