package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.OptionalLong;
import no.tillit.document.FileRefused;
import no.tillit.testing.Contents;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file on its way in")
class ArrivingTest {
    @Test
    @DisplayName("is whole when as much came as was announced, or nothing was announced")
    void whole() throws Exception {
        assertThat(stream(7, OptionalLong.of(7), 10).readAllBytes()).hasSize(7);
        assertThat(stream(7, OptionalLong.empty(), 10).readAllBytes()).hasSize(7);
    }

    @Test
    @DisplayName("is refused when less came than was announced")
    void cutShort() {
        assertCode("body-incomplete", () -> stream(6, OptionalLong.of(7), 10).readAllBytes());
    }

    @Test
    @DisplayName("is refused when the client goes away")
    void goneAway() {
        assertCode(
                "body-incomplete",
                () -> new MeasuredStream(Contents.failingAfter(5), OptionalLong.of(7), 10).readAllBytes());
    }

    @Test
    @DisplayName("is taken up to the limit, and refused one byte above")
    void limit() throws Exception {
        assertThat(stream(10, OptionalLong.empty(), 10).readAllBytes()).hasSize(10);
        assertCode("file-too-large", () -> stream(11, OptionalLong.empty(), 10).readAllBytes());
        assertCode("file-too-large", () -> stream(11, OptionalLong.of(11), 10));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("its name is kept as a label without a path or what hides and turns")
    @CsvSource({
        "notat.txt,notat.txt",
        "../../etc/notat.txt,notat.txt",
        "C:\\bruker\\notat.txt,notat.txt",
        "no\u202Etat.txt,notat.txt",
        "a<b>|c?.pdf,a_b__c_.pdf",
        ".pdf,pdf",
        "'  spaced .pdf','spaced .pdf'"
    })
    void names(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    @Test
    @DisplayName("a long name keeps its ending")
    void longName() {
        assertThat(FileNames.clean("å".repeat(4096) + ".docx"))
                .endsWith("å.docx")
                .hasSize(150);
    }

    private static MeasuredStream stream(int length, OptionalLong declared, long limit) {
        return new MeasuredStream(new ByteArrayInputStream(new byte[length]), declared, limit);
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
