package no.tillit.admin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.admin.testing.TestInstallation;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootSettings;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tillit-admin keys")
class KeysTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstallation installation;

    @BeforeEach
    void install() throws IOException {
        installation = new TestInstallation(folder);
    }

    /** What the application does at its start and at the registration of three people. */
    private void startOnce() {
        Clock clock = new Clock();
        DataSource keys = TestInstallation.as("tillit_keys_app", installation.keys());
        RootKeys roots = new RootKeys(
                () -> RootSettings.store(new FileSettings(installation.configuration())),
                new RootKeyTable(keys),
                clock);
        roots.open();
        SubjectKeyTable table = new SubjectKeyTable(keys);
        SubjectKeys subjects = new SubjectKeys(table, new SubjectSecrets(roots, table, clock), clock);
        for (int i = 0; i < 3; i++) {
            subjects.provision(new SubjectId(UUID.randomUUID()));
        }
    }

    private int run(String command, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("keys", command, "-c", installation.configuration().toString()));
        arguments.addAll(List.of(more));
        return installation.run(arguments.toArray(String[]::new));
    }

    @Test
    @DisplayName("before the first start there is nothing to look after, and it says so")
    void notStarted() {
        for (String command : List.of("rotate", "escrow")) {
            assertThat(run(command, command.equals("escrow") ? new String[] {"-o", folder.toString()} : new String[0]))
                    .isEqualTo(1);
            assertThat(installation.complained()).contains("Start Tillit once").hasLineCount(1);
        }
        assertThat(folder.resolve("root.bcfks")).doesNotExist();
    }

    @Test
    @DisplayName("status, a plan, a rotation with its progress, status again")
    void rotates() {
        startOnce();
        assertThat(run("status")).as(installation.complained()).isZero();
        assertThat(installation.said()).contains("root key 1: active", "subject keys active under root key 1: 3");

        assertThat(run("rotate", "--dry-run")).isZero();
        assertThat(installation.said()).contains("would make root key version 2", "would wrap 3 living keys");
        assertThat(run("status")).isZero();
        assertThat(installation.said()).doesNotContain("root key 2");

        assertThat(run("rotate")).as(installation.complained()).isZero();
        assertThat(installation.said()).contains("root key version 2 is in use");
        assertThat(installation.complained()).contains("3 of 3 keys", "root key version 1 is destroyed");

        assertThat(run("status")).isZero();
        assertThat(installation.said())
                .contains("root key 1: destroyed", "root key 2: active", "under root key 2: 3")
                .doesNotContain("under root key 1");
    }

    @Test
    @DisplayName("a key store that is gone: status says what is missing; three typed sheets bring it back")
    void restores() throws IOException {
        startOnce();
        Path sheets = folder.resolve("sheets");
        assertThat(run("escrow", "--out", sheets.toString(), "--dry-run")).isZero();
        assertThat(sheets).doesNotExist();
        assertThat(run("escrow", "--out", sheets.toString()))
                .as(installation.complained())
                .isZero();
        assertThat(installation.said()).contains("5 sheets, any 3");
        List<String> typed = new ArrayList<>();
        try (var pdfs = Files.list(sheets)) {
            for (Path pdf : pdfs.sorted().toList()) {
                try (var document = Loader.loadPDF(pdf.toFile())) {
                    assertThat(document.getNumberOfPages()).isEqualTo(1);
                    Path text = folder.resolve("typed-" + typed.size() + ".txt");
                    Files.writeString(text, new PDFTextStripper().getText(document));
                    typed.add(text.toString());
                }
            }
        }
        assertThat(typed).hasSize(5);

        Files.delete(folder.resolve("root.bcfks"));
        assertThat(run("status")).isEqualTo(1);
        assertThat(installation.complained()).contains("root key version 1 is needed, but not in the store");
        assertThat(run("restore", typed.get(0), typed.get(3))).isEqualTo(1);
        assertThat(installation.complained()).contains("2 of 3");
        assertThat(run("restore", "--dry-run", typed.get(0), typed.get(3), typed.get(4)))
                .isZero();
        assertThat(folder.resolve("root.bcfks")).doesNotExist();

        assertThat(run("restore", typed.get(0), typed.get(3), typed.get(4)))
                .as(installation.complained())
                .isZero();

        assertThat(run("status")).isZero();
        assertThat(run("rotate")).isZero();
        assertThat(run("restore", typed.get(0), typed.get(3), typed.get(4))).isEqualTo(1);
        assertThat(installation.complained()).contains("was destroyed on");
    }

    @Test
    @DisplayName("every command explains itself, and names a setting that is missing")
    void helps() throws IOException {
        for (String command : List.of("status", "rotate", "escrow", "restore")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(installation.said()).contains("Exit codes:", "--configuration");
        }
        Files.writeString(installation.configuration(), "tillit.keys.db.url=jdbc:postgresql://localhost/x\n");
        assertThat(run("status")).isEqualTo(1);
        assertThat(installation.complained()).contains("tillit.keystore.passphrase.file");
    }
}
