package no.tillit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.RestoreStatement;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.SignedNote.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The log signs what goes on from what it signed before, and nothing else. */
class SealingTest {
    private final ALog log = new ALog();

    @Test
    @DisplayName("a checkpoint is signed with the installation's key, and lies in the folder too")
    void signed() throws IOException {
        SealedCheckpoint sealed = log.write(5).seal().orElseThrow();

        SignedNote note = SignedNote.parse(sealed.note());
        assertThat(note.check(log.name.key(0))).isEqualTo(Check.SIGNED);
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(5);
        assertThat(Checkpoint.parse(note.text()).origin()).startsWith("tillit/");
        assertThat(files()).containsExactly("0000-000000000000005.checkpoint");
        assertThat(Files.readString(log.outside.resolve("0000-000000000000005.checkpoint")))
                .isEqualTo(sealed.note());
    }

    @Test
    @DisplayName("an empty log signs nothing, and one that did not grow signs nothing new")
    void nothingNew() {
        assertThat(log.seal()).isEmpty();
        SealedCheckpoint first = log.write(3).seal().orElseThrow();
        assertThat(log.seal()).contains(first);
        assertThat(log.number("SELECT count(*) FROM audit_checkpoint")).isEqualTo(1);
    }

    @Test
    @DisplayName("a database set back is noticed by the folder outside it, and nothing is signed")
    void setBack() {
        log.write(5).seal();
        log.write(5).seal();
        setBackTo(5);

        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
        // Nor when it has grown past where it was.
        log.write(20);
        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
        assertThat(log.number("SELECT max(size) FROM audit_checkpoint")).isEqualTo(5);
    }

    @Test
    @DisplayName("a tail that was cut is noticed by the table, when the folder is empty")
    void cutTail() throws IOException {
        log.write(10).seal();
        Files.delete(log.outside.resolve("0000-000000000000010.checkpoint"));
        log.owner("DELETE FROM audit_leaf WHERE leaf_index > 7");

        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
    }

    @Test
    @DisplayName("a leaf that was exchanged below what was signed is noticed")
    void exchangedLeaf() {
        log.write(300).seal();
        log.owner("UPDATE audit_leaf SET hash = sha256('invented') WHERE leaf_index = 299");
        log.write(1);

        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
    }

    @Test
    @DisplayName("a subtree that was removed is noticed")
    void removedSubtree() {
        log.write(300).seal();
        log.owner("DELETE FROM audit_subtree");
        log.write(1);

        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
    }

    @Test
    @DisplayName("after a restore that an operator acknowledges, a new history begins under another name")
    void acknowledged() throws IOException {
        SealedCheckpoint kept = log.write(5).seal().orElseThrow();
        SealedCheckpoint lost = log.write(5).seal().orElseThrow();
        setBackTo(5);
        log.write(2).place();

        RestoreStatement statement = log.acknowledge().orElseThrow();
        assertThat(statement.kept()).isEqualTo(5);
        assertThat(statement.keptRoot().base64()).isEqualTo(kept.root());
        assertThat(statement.lost()).isEqualTo(lost.checkpoint());

        SealedCheckpoint next = log.seal().orElseThrow();
        assertThat(next.history()).isEqualTo(1);
        assertThat(next.checkpoint().origin()).endsWith("/restored-1");
        assertThat(next.size()).isEqualTo(7);
        assertThat(files())
                .containsExactly(
                        "0000-000000000000005.checkpoint",
                        "0000-000000000000010.checkpoint",
                        "0001-000000000000007.checkpoint",
                        "restored-0001.note");
        assertThat(log.write(1).seal()).isPresent();
        assertThat(log.acknowledge()).isEmpty();
    }

    @Test
    @DisplayName("a backup from before the acknowledged restore is noticed again")
    void restoredAgain() {
        log.write(5).seal();
        log.write(5).seal();
        setBackTo(5);
        log.acknowledge();
        log.write(9).seal();
        log.owner("DELETE FROM audit_restore");
        setBackTo(5);

        assertThatThrownBy(log::seal).isInstanceOf(HistoryBroken.class);
        log.acknowledge();
        assertThat(log.seal().orElseThrow().history()).isEqualTo(2);
    }

    @Test
    @DisplayName("a file in the folder that the log did not sign does not count")
    void foreignFile() throws IOException {
        SealedCheckpoint sealed = log.write(5).seal().orElseThrow();
        Files.writeString(
                log.outside.resolve("0000-000000000000099.checkpoint"),
                sealed.note().replace("\n5\n", "\n99\n"));
        Files.writeString(log.outside.resolve("0000-000000000000098.checkpoint"), "invented");

        assertThat(log.write(1).seal().orElseThrow().size()).isEqualTo(6);
    }

    /** What a restore does: everything that came after is gone. */
    private void setBackTo(int size) {
        log.owner("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_leaf WHERE leaf_index >= " + size
                + ")");
        log.owner("DELETE FROM audit_leaf WHERE leaf_index >= " + size);
        log.owner("DELETE FROM audit_batch WHERE first_leaf >= " + size);
        log.owner("DELETE FROM audit_checkpoint WHERE size > " + size);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(log.outside)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
