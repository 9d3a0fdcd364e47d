package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.testing.KeyRing;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("handing the root key to custodians")
class EscrowTest {
    private static final FieldContext PLACE = new FieldContext("contact", "phone", new UUID(0, 1));

    @TempDir
    private Path folder;

    private final DataSource database = TestDatabases.freshKeys();
    private SubjectId subject = new SubjectId(UUID.randomUUID());
    private byte[] field = new byte[0];
    private List<EscrowSheet> sheets = List.of();

    private KeyStoreFile store(String name) {
        return new KeyStoreFile(folder.resolve(name), "a passphrase of the tests".toCharArray());
    }

    @BeforeEach
    void ceremony() {
        KeyRing ring = KeyRing.over(database, store("root.bcfks"));
        subject = ring.aSubject();
        field = ring.fields().encrypt(subject, PLACE, "something old");
        sheets = Escrow.split(new KeyPlace(store("root.bcfks"), database));
    }

    private static EscrowSheet typed(EscrowSheet sheet) {
        return EscrowSheet.read("sheet " + sheet.number(), sheet.lines());
    }

    private void refused(List<EscrowSheet> given, String... why) {
        assertThatThrownBy(() -> Escrow.restore(given, database, store("other.bcfks"), false))
                .isInstanceOf(UpkeepRefused.class)
                .hasMessageContainingAll(why);
        assertThat(folder.resolve("other.bcfks")).doesNotExist();
    }

    @Test
    @DisplayName("any three of the five bring it back, and something old is read again")
    void restores() throws Exception {
        Files.delete(folder.resolve("root.bcfks"));
        List<EscrowSheet> three = List.of(typed(sheets.get(4)), typed(sheets.get(0)), typed(sheets.get(2)));
        assertThat(Escrow.restore(three, database, store("root.bcfks"), true)).isEqualTo(1);
        assertThat(folder.resolve("root.bcfks")).doesNotExist();

        assertThat(Escrow.restore(three, database, store("root.bcfks"), false)).isEqualTo(1);

        assertThat(KeyRing.over(database, store("root.bcfks")).fields().decrypt(subject, PLACE, field))
                .isEqualTo("something old");
    }

    @Test
    @DisplayName("typed by people: small letters, no spaces, O for 0 and l for 1, other lines in between")
    void forgiving() {
        List<String> sloppy = new ArrayList<>(List.of("Tillit", ""));
        sheets.get(0)
                .lines()
                .forEach(line -> sloppy.add("  "
                        + line.toLowerCase(Locale.ROOT)
                                .replace(" ", "")
                                .replaceFirst(":", " . ")
                                .replaceAll("(?<=\\. .{0,99})0", "o")));

        assertThat(EscrowSheet.read("a sheet", sloppy)).isEqualTo(sheets.get(0));
    }

    @Test
    @DisplayName("every single wrong character, anywhere, is noticed with its line")
    void mistyped() {
        List<String> lines = sheets.get(1).lines();
        assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 30);
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            String line = lines.get(at);
            for (int i = line.indexOf(':') + 2; i < line.length(); i++) {
                if (line.charAt(i) == ' ') {
                    continue;
                }
                for (char wrong : new char[] {'7', 'K', '0', 'Z'}) {
                    if (line.charAt(i) != wrong) {
                        List<String> typed = new ArrayList<>(lines);
                        typed.set(at, line.substring(0, i) + wrong + line.substring(i + 1));
                        assertThatThrownBy(() -> EscrowSheet.read("sheet 2", typed))
                                .as("%s", typed.get(number - 1))
                                .isInstanceOf(UpkeepRefused.class)
                                .hasMessageContaining("sheet 2: line " + number + " is mistyped");
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("a line left out, one too few, or one from another sheet is noticed")
    void lines() {
        List<String> all = sheets.get(0).lines();
        assertThatThrownBy(() -> EscrowSheet.read("s", List.of(all.get(0), all.get(2))))
                .hasMessageContaining("line 2 is missing");
        assertThatThrownBy(() -> EscrowSheet.read("s", all.subList(0, 3))).hasMessageContaining("not all of a sheet");
        List<String> mixed = new ArrayList<>(all);
        mixed.set(2, sheets.get(1).lines().get(2));
        assertThatThrownBy(() -> EscrowSheet.read("s", mixed)).hasMessageContaining("do not belong together");
    }

    @Test
    @DisplayName("two sheets, the same one twice, none: it says how many are missing")
    void tooFew() {
        refused(sheets.subList(0, 2), "2 of 3");
        refused(List.of(sheets.get(0), sheets.get(0), sheets.get(1)), "twice");
        refused(List.of(), "3 are needed");
    }

    @Test
    @DisplayName("sheets of two escrows, of another installation and of an older root are told apart")
    void foreign() {
        List<EscrowSheet> second = Escrow.split(new KeyPlace(store("root.bcfks"), database));
        refused(
                List.of(sheets.get(0), sheets.get(1), second.get(2)),
                "different escrows",
                sheets.get(0).escrowName());

        DataSource elsewhere = TestDatabases.freshKeys();
        KeyRing.over(elsewhere, store("elsewhere.bcfks"));
        refused(
                Escrow.split(new KeyPlace(store("elsewhere.bcfks"), elsewhere)).subList(0, 3),
                "not the one of this key database");

        new Rotation(new KeyPlace(store("root.bcfks"), database), new Clock()).run((step, what) -> {});
        refused(sheets.subList(0, 3), "version 1", "destroyed on");
        List<EscrowSheet> ofTheNew = Escrow.split(new KeyPlace(store("root.bcfks"), database));
        assertThatThrownBy(() -> Escrow.restore(ofTheNew.subList(0, 3), elsewhere, store("other.bcfks"), false))
                .hasMessageContaining("does not know");
    }

    @Test
    @DisplayName("a store that has the version already is not overwritten")
    void notOverwritten() {
        assertThatThrownBy(() -> Escrow.restore(sheets.subList(0, 3), database, store("root.bcfks"), false))
                .hasMessageContaining("already");
    }

    @Test
    @DisplayName("a root in a token cannot be handed out, and it says so")
    void token() {
        DataSource keys = TestDatabases.freshKeys();
        SoftHsm hsm = new SoftHsm();
        KeyRing.over(keys, hsm.open());

        assertThatThrownBy(() -> Escrow.split(new KeyPlace(hsm.open(), keys)))
                .isInstanceOf(UpkeepRefused.class)
                .hasMessageContaining("lets no root key out");
    }
}
