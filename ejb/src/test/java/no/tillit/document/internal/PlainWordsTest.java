package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A small file of text")
class PlainWordsTest {
    @Test
    @DisplayName("in UTF-8 says what it says, without the spaces around it and the mark before it")
    void isItself() {
        assertThat(PlainWords.in("\uFEFF\n Øyvinds sykkel 🚲 \r\n".getBytes(StandardCharsets.UTF_8)))
                .contains("Øyvinds sykkel 🚲");
        assertThat(PlainWords.in(new byte[0])).contains("");
    }

    @Test
    @DisplayName("in another encoding, or cut within a letter, is for the intake")
    void isNotGuessedAt() {
        assertThat(PlainWords.in("Øyvinds sykkel".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        byte[] whole = "å".getBytes(StandardCharsets.UTF_8);
        assertThat(PlainWords.in(new byte[] {whole[0]})).isEmpty();
    }
}
