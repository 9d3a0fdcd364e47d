package no.tillit.interview.transcript.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The turns of a transcript")
class SpeakerTurnsTest {
    @Test
    @DisplayName("begin with a name and a colon, with or without a time; further lines belong to them")
    void names() {
        assertThat(turns("""
                        I: How was it?
                        [00:01:05] Deltaker 2: Fine.
                        And then not.
                        P3 (00:02): No.
                        00:03 - Åse-Lill K.: Yes: in a way.
                        """))
                .containsExactly(
                        "1 I - How was it?",
                        "2 Deltaker 2 00:01:05 Fine.\nAnd then not.",
                        "3 P3 00:02 No.",
                        "4 Åse-Lill K. 00:03 Yes: in a way.");
    }

    @Test
    @DisplayName("are those of the voices in WebVTT, without tags, headings and cue numbers")
    void voices() {
        assertThat(turns("""
                        WEBVTT

                        NOTE made by a machine

                        1
                        00:00:01.000 --> 00:00:04.000
                        <v Anna>I came <i>home</i></v>

                        2
                        00:00:05.000 --> 00:00:06.000 align:left
                        <v Anna>in spring.</v>

                        3
                        00:07.000 --> 00:09.000
                        <v.loud Berit Dahl>So did I.
                        """))
                .containsExactly("1 Anna 00:00:01.000 I came home\nin spring.", "2 Berit Dahl 00:07.000 So did I.");
    }

    @Test
    @DisplayName("are those of named lines in SubRip; a number that somebody says is no cue")
    void subRip() {
        assertThat(turns("""
                        1
                        00:00:01,000 --> 00:00:02,000
                        A: How many?

                        2
                        00:00:03,000 --> 00:00:04,000
                        B: I think
                        17
                        """)).containsExactly("1 A 00:00:01,000 How many?", "2 B 00:00:03,000 I think\n17");
    }

    @Test
    @DisplayName("leave out what stands before the first speaker, such as everybody's names")
    void heading() {
        assertThat(turns("Present were Kari and Per.\n\nA: Hello.")).containsExactly("1 A - Hello.");
        assertThat(turns("Nobody speaks here.")).isEmpty();
        assertThat(turns("")).isEmpty();
        assertThat(turns("A:\nB: ")).isEmpty();
    }

    @Test
    @DisplayName("go on through words that only look like a speaker, once somebody has said so")
    void nobody() {
        String text = "A: He said\nBut then: no.\nB: Oh.";
        assertThat(turns(text)).hasSize(3);
        assertThat(SpeakerTurns.in(text, Set.of("But then")))
                .extracting(Turn::text)
                .containsExactly("He said\nBut then: no.", "Oh.");
    }

    @Test
    @DisplayName("are one for each stretch of the same speaker")
    void stretches() {
        assertThat(turns("A: one\nA: two\nB: three\nA: four"))
                .containsExactly("1 A - one\ntwo", "2 B - three", "3 A - four");
    }

    @Test
    @DisplayName("are found in a long text in time that grows with its length")
    void longText() {
        String line = "a".repeat(60) + " " + "b-".repeat(2_000) + "\n";
        assertThat(turns("A: " + line.repeat(500))).hasSize(1);
    }

    private static List<String> turns(String text) {
        return SpeakerTurns.in(text).stream()
                .map(t -> t.number() + " " + t.label() + " " + (t.at() == null ? "-" : t.at()) + " " + t.text())
                .toList();
    }
}
