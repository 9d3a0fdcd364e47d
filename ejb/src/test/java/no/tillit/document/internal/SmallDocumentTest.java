package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.NewInterview;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.Statements;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most of what a small document costs is asked around it: nothing is to be asked twice without a reason. */
class SmallDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Where it goes, may I, who and how they stand, the approval, seen before; and again when all of it is there. */
    private static final int ENOUGH = 15;

    @Test
    @DisplayName("a transcript comes in with as few statements as its two decisions need")
    void statements(@TempDir Path blobs) {
        House house = DocumentHouse.in(blobs);
        AProject project = AProject.in(house);
        house.on(TODAY);
        ParticipantId someone = project.aParticipant();
        house.as("ingrid", Role.RESEARCHER);
        DocumentHouse.consent(house, someone, TODAY, Purpose.RESEARCH, ConsentItem.INTERVIEW);
        var held = new NewInterview(InterviewKind.INDIVIDUAL, TODAY, List.of(someone), 45, false);
        InterviewSummary interview =
                house.doing(() -> house.the(CreatingInterview.class).create(project.id(), held, Purpose.RESEARCH));
        byte[] text = SampleFiles.bytes("txt");
        List<String> asked = Statements.of(() -> house.doing(() -> house.the(AttachingToInterview.class)
                .attach(
                        interview.id(),
                        DocumentType.TRANSCRIPT,
                        new IncomingFile(
                                new ByteArrayInputStream(text), OptionalLong.of(text.length), "b.txt", "small-1"),
                        Purpose.RESEARCH)));
        assertThat(asked).hasSizeLessThanOrEqualTo(ENOUGH);
    }
}
