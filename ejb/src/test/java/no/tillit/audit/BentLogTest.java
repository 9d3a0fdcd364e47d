package no.tillit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.tillit.verifier.Finding;
import no.tillit.verifier.Finding.Kind;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.Verification;
import no.tillit.verifier.VerifierKey;
import no.tillit.verifier.Verify;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database's owner bends the log, and the verifier, which has an export and the public key, names the first bad entry.
 * Entries 0 to 39, a checkpoint after every tenth.
 */
class BentLogTest {
    private static final String ENTRY_17 = " WHERE id = (SELECT entry_id FROM audit_leaf WHERE leaf_index = 17)";

    private final ALog log = new ALog().writeAndSeal(4);

    @Test
    @DisplayName("a log nobody touched stands, with and without older checkpoints")
    void untouched() {
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify(log.kept(10), log.kept(40)).findings()).isEmpty();
        assertThat(log.verify().entries()).isEqualTo(40);
        assertThat(run(log.export())).startsWith("0 The log stands as it was signed: 40 entries of 40");
    }

    @Test
    @DisplayName("a part of the log is verified as the whole is")
    void parts() {
        for (int first : new int[] {0, 1, 7, 10, 39}) {
            for (int end : new int[] {first + 1, Math.max(first + 1, 23), 40}) {
                Verification.Result result = log.verify(log.export(first, end));
                assertThat(result.findings()).as("%s to %s", first, end).isEmpty();
                assertThat(result.first()).isEqualTo(first);
            }
        }
        log.owner("UPDATE audit_entry SET actor = 'somebody'" + ENTRY_17);
        assertFirst(log.verify(log.export(15, 20)), Kind.CHANGED, 17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "at = 'infinity'",
                "actor = 'somebody'",
                "role = 'auditor'",
                "purpose = 'AUDIT'",
                "purpose = NULL",
                "action = 'document.read'",
                "project_id = NULL",
                "project_id = gen_random_uuid()",
                "participant_id = gen_random_uuid()",
                "record_type = 'interview'",
                "record_id = NULL",
                "outcome = 'REFUSED', reason = 'no-access'",
                "details = 'invented'",
                "uid = gen_random_uuid()",
                "actor = 'somebody', leaf_hash = sha256('invented')"
            })
    @DisplayName("a changed entry is named, whichever field it is")
    void changed(String change) {
        log.owner("UPDATE audit_entry SET " + change + ENTRY_17);
        assertFirst(log.verify(), Kind.CHANGED, 17);
    }

    @Test
    @DisplayName("a changed refusal and a changed ciphertext of details are named")
    void changedReasonAndDetails() {
        log.owner("UPDATE audit_entry SET reason = 'not-found' WHERE id IN (SELECT entry_id FROM audit_leaf WHERE"
                + " leaf_index = 14)");
        log.owner(
                "UPDATE audit_entry SET details = set_byte(details, 0, 9) WHERE id IN (SELECT entry_id FROM audit_leaf"
                        + " WHERE leaf_index = 16)");
        assertThat(log.verify().findings()).extracting(Finding::entry).containsExactly(14L, 16L);
    }

    @Test
    @DisplayName("a deleted entry is named, with and without its leaf")
    void deleted() {
        log.owner("DELETE FROM audit_entry" + ENTRY_17);
        assertFirst(log.verify(), Kind.MISSING, 17);
        log.owner("DELETE FROM audit_leaf WHERE leaf_index = 17");
        assertFirst(log.verify(), Kind.MISSING, 17);
    }

    @Test
    @DisplayName("a deletion whose gap was closed is found by the next checkpoint")
    void deletedAndClosed() {
        log.owner("DELETE FROM audit_entry" + ENTRY_17);
        log.owner("DELETE FROM audit_leaf WHERE leaf_index = 17");
        log.owner("UPDATE audit_leaf SET leaf_index = leaf_index - 1 + 1000000 WHERE leaf_index > 17");
        log.owner("UPDATE audit_leaf SET leaf_index = leaf_index - 1000000 WHERE leaf_index >= 1000000");
        // Between 10, which fits, and 20, which does not; and one is missing at the end.
        assertFirst(log.verify(), Kind.REWRITTEN, 10);
    }

    @Test
    @DisplayName("an entry that was put in between is found by the next checkpoint")
    void inserted() {
        log.owner("UPDATE audit_leaf SET leaf_index = leaf_index + 1000001 WHERE leaf_index >= 17");
        log.owner("UPDATE audit_leaf SET leaf_index = leaf_index - 1000000 WHERE leaf_index >= 1000000");
        log.owner(
                "INSERT INTO audit_entry (uid, at, actor, role, action, outcome, leaf_hash) VALUES (gen_random_uuid(),"
                        + " now(), 'ingrid', 'researcher', 'document.read', 'ALLOWED', sha256('x'))");
        log.owner(
                "INSERT INTO audit_leaf SELECT 17, id, audit_leaf_hash(uid, at, actor, role, purpose, action, project_id,"
                        + " participant_id, record_type, record_id, outcome, reason, details) FROM audit_entry ORDER BY id DESC"
                        + " LIMIT 1");
        assertFirst(log.verify(), Kind.REWRITTEN, 10);
    }

    @Test
    @DisplayName("two entries that changed places are named")
    void reordered() {
        log.owner("DELETE FROM audit_leaf WHERE leaf_index IN (17, 23)");
        log.owner(
                "CREATE TABLE pair AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM audit_entry WHERE id NOT IN"
                        + " (SELECT entry_id FROM audit_leaf)");
        log.owner(
                "INSERT INTO audit_leaf SELECT CASE n WHEN 1 THEN 23 ELSE 17 END, id, (SELECT leaf_hash FROM audit_entry"
                        + " WHERE id = (SELECT id FROM pair q WHERE q.n = 3 - p.n)) FROM pair p");
        assertFirst(log.verify(), Kind.CHANGED, 17);

        log.owner("UPDATE audit_leaf l SET hash = (SELECT leaf_hash FROM audit_entry e WHERE e.id = l.entry_id)");
        // Now entries and leaves agree with each other, and not with what was signed.
        assertFirst(log.verify(), Kind.REWRITTEN, 10);
    }

    @Test
    @DisplayName("a cut tail is found by an older checkpoint, and only by it when the table was cut too")
    void cut() {
        String kept = log.kept(40);
        log.owner("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_leaf WHERE leaf_index >= 30)");
        log.owner("DELETE FROM audit_leaf WHERE leaf_index >= 30");
        assertFirst(log.verify(), Kind.CUT, 30);
        log.owner("DELETE FROM audit_checkpoint WHERE size > 30");
        assertThat(log.verify().findings()).isEmpty();
        assertFirst(log.verify(kept), Kind.CUT, 30);
        assertThat(run(log.export(), kept)).startsWith("1 ").contains("First bad entry: 30");
    }

    @Test
    @DisplayName("a second history of the same length, signed with the same key, is told from the first")
    void twoHistories() {
        ALog other = new ALog().writeAndSeal(4);
        assertThat(log.verify(other.kept(40)).findings())
                .extracting(Finding::kind)
                .contains(Kind.TWO_HISTORIES);
        assertThat(run(log.export(), other.kept(20))).startsWith("1 ");
        // Of another length, too.
        other.write(5).seal();
        assertThat(other.verify(log.kept(40)).findings())
                .extracting(Finding::kind)
                .contains(Kind.TWO_HISTORIES);
    }

    @Test
    @DisplayName("after an acknowledged restore the old checkpoint is explained, and another history is not")
    void restored() {
        String lost = log.kept(40);
        setBackTo(20);
        log.write(3);
        log.acknowledge();
        log.seal();
        log.write(30).seal();

        Verification.Result result = log.verify(lost, log.kept(20));
        assertThat(result.findings()).isEmpty();
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("from entry 20 on"));
        assertThat(log.verify(new ALog().writeAndSeal(2).kept(20)).findings()).isNotEmpty();
    }

    @Test
    @DisplayName("a forged signature, another key and a log without checkpoints are told apart")
    void signatures() {
        String forged = log.kept(40).replace("\n40\n", "\n41\n");
        assertThat(log.verify(forged).findings()).extracting(Finding::kind).containsExactly(Kind.FORGED);
        assertThat(run(log.export(), forged)).startsWith("4 ");

        String golang = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        assertThat(Verify.run(
                        new ByteArrayInputStream(log.export()), quiet(), quiet(), "--quiet", "--key", golang, "-"))
                .isEqualTo(Verify.UNTRUSTED);
        VerifierKey wrong = VerifierKey.parse(golang).named(log.name.origin(0));
        assertThat(Verify.run(
                        new ByteArrayInputStream(log.export()),
                        quiet(),
                        quiet(),
                        "--quiet",
                        "--key",
                        wrong.toString(),
                        "-"))
                .isEqualTo(Verify.UNTRUSTED);

        log.owner("DELETE FROM audit_checkpoint");
        assertThat(log.verify().findings()).extracting(Finding::kind).containsExactly(Kind.UNSIGNED);
        log.owner("INSERT INTO audit_checkpoint VALUES (0, 40, sha256('x'), '"
                + new SignedNote(
                        SignedNote.parse(log.kept(40)).text(),
                        SignedNote.parse(log.kept(30)).signatures())
                + "', now())");
        assertThat(log.verify().findings()).extracting(Finding::kind).contains(Kind.FORGED);
    }

    @Test
    @DisplayName(
            "an export that was cut or changed on its way is called damaged, and nothing is concluded about the log")
    void damagedFile() {
        byte[] export = log.export();
        for (int length = 0; length < export.length; length += 97) {
            assertThat(run(Arrays.copyOf(export, length)))
                    .as("cut at %s", length)
                    .startsWith("3 ");
        }
        for (int at = 0; at < export.length; at += 101) {
            byte[] flipped = export.clone();
            flipped[at] ^= 4;
            assertThat(run(flipped)).as("a bit at %s", at).startsWith("3 ");
        }
        byte[] longer = Arrays.copyOf(export, export.length + 1);
        assertThat(run(longer)).startsWith("3 ");
    }

    private void setBackTo(int size) {
        log.owner("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_leaf WHERE leaf_index >= " + size
                + ")");
        log.owner("DELETE FROM audit_leaf WHERE leaf_index >= " + size);
        log.owner("DELETE FROM audit_batch WHERE first_leaf >= " + size);
        log.owner("DELETE FROM audit_checkpoint WHERE size > " + size);
    }

    private static void assertFirst(Verification.Result result, Kind kind, long entry) {
        Finding worst = Objects.requireNonNull(result.worst());
        assertThat(worst.words()).isNotBlank();
        assertThat(List.of(worst.kind(), worst.entry())).isEqualTo(List.of(kind, entry));
    }

    /** Exit code and what was said, as the command line has it. */
    private String run(byte[] export, String... kept) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        if (kept.length == 0) {
            code = Verify.run(
                    new ByteArrayInputStream(export),
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    quiet(),
                    "--key",
                    log.name.key(0).toString(),
                    "-");
        } else {
            code = withFile(export, kept[0], said);
        }
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    private int withFile(byte[] export, String kept, ByteArrayOutputStream said) {
        try {
            var file = java.nio.file.Files.createTempFile("kept", ".checkpoint");
            java.nio.file.Files.writeString(file, kept);
            int code = Verify.run(
                    new ByteArrayInputStream(export),
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    quiet(),
                    "--key",
                    log.name.key(0).toString(),
                    "--checkpoint",
                    file.toString(),
                    "-");
            java.nio.file.Files.delete(file);
            return code;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
