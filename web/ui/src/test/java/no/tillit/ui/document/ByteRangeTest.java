package no.tillit.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 1000",
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 20",
        "bytes=990-5000, 990, 1000",
        "bytes=-100, 900, 1000",
        "bytes=-5000, 0, 1000"
    })
    @DisplayName("a range is cut to what there is")
    void withinLength(String header, long from, long toExclusive) {
        assertThat(ByteRange.of(header, 1000)).contains(new ByteRange(from, toExclusive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=20-10", "bytes=0-1,5-6", "items=0-1", "bytes=a-b"})
    @DisplayName("what is no single range is answered with the whole")
    void ignored(String header) {
        assertThat(ByteRange.of(header, 1000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    @DisplayName("a range beyond the end cannot be satisfied")
    void beyond(String header) {
        assertThat(ByteRange.of(header, 1000))
                .hasValueSatisfying(r -> assertThat(r.isUnsatisfiable()).isTrue());
    }
}
