package no.tillit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.tillit.verifier.SignedNote.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and keys against those of Go's sumdb/note, whose format C2SP describes. */
class SignedNoteTest {
    /** The example of golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    @DisplayName("the known note is signed by the known key, and stays the same when written again")
    void known() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.check(VerifierKey.parse(PETER))).isEqualTo(Check.SIGNED);
        assertThat(note).hasToString(NOTE);
        assertThat(VerifierKey.parse(PETER)).hasToString(PETER);
    }

    @Test
    @DisplayName("a changed text or signature is forged, another key unknown")
    void forgedAndUnknown() {
        VerifierKey peter = VerifierKey.parse(PETER);

        assertThat(SignedNote.parse(NOTE.replace("answer", "question")).check(peter))
                .isEqualTo(Check.FORGED);
        assertThat(SignedNote.parse(NOTE.replace("ZJkuBS", "ZJkuBT")).check(peter))
                .isEqualTo(Check.FORGED);
        assertThat(SignedNote.parse(NOTE).check(peter.named("PeterPan"))).isEqualTo(Check.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("the key of sum.golang.org is read, and not with another id")
    void keys() {
        String key = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        assertThat(VerifierKey.parse(key)).hasToString(key);
        assertThatThrownBy(() -> VerifierKey.parse(key.replace("033d", "033e")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the example of C2SP is a checkpoint")
    void checkpoint() {
        String text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        Checkpoint checkpoint = Checkpoint.parse(text);

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "a\n1\nCsUY\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    @DisplayName("what is no checkpoint is refused")
    void noCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a AAAA\n",
                "te\u0007xt\n\n\u2014 a AAAAAAA=\n"
            })
    @DisplayName("what is no note is refused")
    void noNote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }
}
