package no.tillit.consent.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.tillit.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hei <script>alert(1)</script>du</p>|<p>Hei du</p>",
                "<p onclick='x()'>Hei</p>|<p>Hei</p>",
                "<p>Hei<img src='https://spor.example/a.gif'/></p>|<p>Hei</p>",
                "<p><a href='https://spor.example'>Hei</a></p>|<p>Hei</p>",
                "<style>p{}</style><p style='color:red'>Hei</p>|<p>Hei</p>",
                "<iframe src='x'></iframe><p>Hei</p>|<p>Hei</p>",
                "<p>Hei|<p>Hei</p>",
                "Hei|<p>Hei</p>",
                "<ul><li>En<li>To</ul>|<ul><li>En</li><li>To</li></ul>",
                "<p>En<br>to</p>|<p>En<br />to</p>",
                "<p>#{facesContext} ${7*7} {{x}}</p>|<p>#{facesContext} ${7*7} {{x}}</p>",
                "<svg><script>x</script></svg><p>Hei</p>|<p>Hei</p>",
                "<p>navn@eksempel.no + 'ja' \"=\"</p>|<p>navn@eksempel.no + 'ja' \"=\"</p>",
            })
    @DisplayName("only paragraphs, lists and stress come through")
    void clean(String sent, String kept) {
        assertThat(new RichText(sent).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a &amp; b &lt;script&gt;x&lt;/script&gt;</p>",
                "&lt;img src=x onerror=alert(1)&gt;",
                "<p>&amp;lt;b&amp;gt;</p>",
                "<p>æøå – «ja» 😀 &nbsp;x</p>",
                "<<p>script>x<</p>/script>"
            })
    @DisplayName("what is cleaned stays as it is when cleaned again")
    void idempotent(String sent) {
        String once = new RichText(sent).value();
        assertThat(new RichText(once).value()).isEqualTo(once);
        assertThat(once.replace("<p>", "").replace("</p>", "")).doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<p></p>", "<p> <br/> </p>", "<script>x</script>", "<img src='x'/>"})
    @DisplayName("what says nothing is nothing")
    void blank(String sent) {
        assertThat(new RichText(sent).isBlank()).isTrue();
    }

    @Test
    @DisplayName("an expression is words like any others")
    void expression() {
        String sent = "<p>#{visitor.user} ${visitor} &#35;{x}</p>";
        assertThat(new RichText(sent).value()).contains("#{visitor.user}");
        assertThat(RichText.typed("#{visitor.user}").typed()).isEqualTo("#{visitor.user}");
        assertThat(new LetterFacts("P", "C", LocalDate.of(2027, 1, 1)).leavesGap("#{visitor.user}"))
                .as("and keeps a version from being published")
                .isTrue();
    }

    @Test
    @DisplayName("a megabyte of text is refused")
    void tooLong() {
        assertThatThrownBy(() -> new RichText("a".repeat(1_000_000)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("too-long"));
        assertThatThrownBy(() -> RichText.typed("a".repeat(1_000_000))).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("what is typed becomes paragraphs and lists, and back again")
    void typed() {
        String typed = "Du bestemmer **selv**.\nSpør oss!\n\n- en & to\n- <b>tre</b>\n\n1. først\n2. så\n\nTakk.";
        RichText text = RichText.typed(typed);
        assertThat(text.value())
                .isEqualTo("<p>Du bestemmer <strong>selv</strong>.<br />Spør oss!</p>"
                        + "<ul><li>en &amp; to</li><li>&lt;b&gt;tre&lt;/b&gt;</li></ul>"
                        + "<ol><li>først</li><li>så</li></ol><p>Takk.</p>");
        assertThat(text.typed()).isEqualTo(typed);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(ReadyMade.class)
    @DisplayName("a ready-made text survives being typed")
    void readyMade(ReadyMade from) {
        from.content().letter().forEach(section -> {
            for (FormLanguage language : FormLanguage.values()) {
                RichText text = section.text().in(language);
                assertThat(RichText.typed(text.typed())).isEqualTo(text);
            }
        });
    }
}
