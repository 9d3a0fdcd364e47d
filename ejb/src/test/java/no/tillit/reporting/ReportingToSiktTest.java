package no.tillit.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ResourceBundle;
import no.tillit.access.Role;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.EndDates;
import no.tillit.retention.RecordKind;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingToSiktTest {
    private House house;
    private AProject project;
    private ParticipantId someone;

    @BeforeEach
    void open() {
        house = new House();
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        project = AProject.in(house);
        someone = project.aParticipant();
        project.aParticipant();
        house.on(LocalDate.of(2026, 11, 22)).as("solveig", Role.PROJECT_LEAD);
    }

    @Test
    @DisplayName("says what is held, for whom how long, in three languages, and nothing about anybody")
    void says() throws IOException {
        SiktReport report = house.doing(
                () -> house.the(ReportingToSikt.class).report(project.id(), Purpose.PROJECT_ADMINISTRATION));
        assertThat(report.participants()).isEqualTo(2);
        assertThat(report.closing()).isFalse();
        assertThat(report.held()).singleElement().satisfies(line -> {
            assertThat(line.records()).isEqualTo(2);
            assertThat(line.lastDue()).isEqualTo(AProject.ENDS.plusDays(1));
        });
        for (String language : new String[] {"nb", "nn", "en"}) {
            String text = text(house.doing(() ->
                    house.the(ReportingToSikt.class).pdf(project.id(), language, Purpose.PROJECT_ADMINISTRATION)));
            assertThat(text)
                    .contains("A way out", "01.07.2027", "22.11.2026")
                    .doesNotContain(someone.value().toString(), "P-");
        }
        assertThat(house.doing(
                        () -> house.the(ReportingToSikt.class).csv(project.id(), Purpose.PROJECT_ADMINISTRATION)))
                .contains("held;participant;;2;2027-07-01;2027-07-01;0;0\r\n");
    }

    @Test
    @DisplayName("is a closing report from the day after the end, and made by the lead and the privacy officer only")
    void closing() {
        house.on(AProject.ENDS.plusDays(1));
        assertThat(house.doing(() ->
                                house.the(ReportingToSikt.class).report(project.id(), Purpose.PROJECT_ADMINISTRATION))
                        .closing())
                .isTrue();
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() ->
                        house.doing(() -> house.the(ReportingToSikt.class).report(project.id(), Purpose.RESEARCH)))
                .isInstanceOf(NotFound.class);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    @DisplayName("has words for every kind of record")
    void words(String language) {
        var words = ResourceBundle.getBundle("no.tillit.reporting.report_" + language);
        assertThat(RecordKind.values())
                .extracting(kind -> "kind." + kind.parameter())
                .allMatch(words::containsKey);
    }
}
