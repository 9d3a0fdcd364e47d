package no.tillit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a file may be called, be and be asked for")
class FilesTest {
    @ParameterizedTest
    @DisplayName("every kind can be named by its parameter and takes some format")
    @EnumSource
    void kinds(DocumentType type) {
        assertThat(DocumentType.named(type.parameter())).isEqualTo(type);
        assertThat(type.formats()).isNotEmpty();
    }

    @Test
    @DisplayName("a kind that does not exist is refused")
    void unknownKind() {
        assertThatThrownBy(() -> DocumentType.named("diary")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DocumentType.named(null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("the name's ending promises the format, in any case of letters")
    void endings() {
        assertThat(DocumentType.TRANSCRIPT.formatOf("Samtale.DOCX")).isEqualTo(FileFormat.DOCX);
        assertThatThrownBy(() -> DocumentType.TRANSCRIPT.formatOf("lyd.mp3"))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("type-not-allowed");
                    assertThat(e).hasMessageContaining(".docx").hasMessageNotContaining(".mp3");
                });
        assertThatThrownBy(() -> DocumentType.TRANSCRIPT.formatOf("docx")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> DocumentType.CASE_DOCUMENT.formatOf("run.exe")).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @DisplayName("a single range is read; what cannot be read means all of it")
    @CsvSource({
        "bytes=0-0,10,0,1",
        "bytes=0-,10,0,10",
        "bytes=3-5,10,3,6",
        "bytes=3-99,10,3,10",
        "bytes=-4,10,6,10",
        "bytes=-99,10,0,10",
        "bytes=9-9,10,9,10"
    })
    void ranges(String header, long length, long from, long to) {
        assertThat(ByteRange.read(header, length)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @DisplayName("an unreadable or multiple range means all of it")
    @CsvSource({"bytes=5-3", "bytes=-", "items=0-1", "bytes=a-b", "'bytes=0-1,3-4'", "bytes=99999999999999999999-", "''"
    })
    void unreadable(String header) {
        assertThat(ByteRange.read(header, 10)).isEmpty();
    }

    @Test
    @DisplayName("a range outside the content cannot be satisfied")
    void outside() {
        assertThat(ByteRange.read("bytes=10-", 10)).contains(ByteRange.UNSATISFIABLE);
        assertThat(ByteRange.read("bytes=-0", 10)).contains(ByteRange.UNSATISFIABLE);
        assertThat(ByteRange.UNSATISFIABLE.contentRange(10)).isEqualTo("bytes */10");
        assertThat(new ByteRange(3, 6).contentRange(10)).isEqualTo("bytes 3-5/10");
        assertThat(ByteRange.read(null, 10)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("a name with quotes, line breaks or other letters stays a name in the header")
    void disposition() {
        assertThat(Attachment.disposition("Æse \"x\".pdf"))
                .isEqualTo("attachment; filename=\"_se _x_.pdf\"; filename*=UTF-8''%C3%86se%20%22x%22.pdf");
        assertThat(Attachment.disposition("a\r\nSet-Cookie: b.pdf"))
                .doesNotContain("\r")
                .doesNotContain("\n");
    }
}
