package no.tillit.admin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import no.tillit.admin.testing.TestInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The content of backups")
class BackupContentTest {
    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Backups backups;

    @BeforeEach
    void installed() throws IOException {
        backups = new Backups(folder);
    }

    @Test
    @DisplayName("lies there once, and goes with --prune when no row names it any more")
    void once() throws IOException, SQLException {
        UUID stays = backups.blob(1000);
        UUID goes = backups.blob(2000);
        Files.delete(backups.make());
        TestInstallation.in(backups.installation.data(), "DELETE FROM document WHERE original_blob = '" + goes + "'");
        assertThat(backups.data(backups.installation.owner(), "--prune"))
                .as(said())
                .isZero();
        assertThat(said()).contains("0 blobs copied, 1 there already").contains("1 blobs removed");
        assertThat(backups.copied(stays)).exists();
        assertThat(backups.copied(goes)).doesNotExist();
    }

    @Test
    @DisplayName("is compared as it is copied: what the store has damaged or lost is listed, and the rest is backed up")
    void comparedOnTheWay() throws IOException, SQLException {
        UUID sound = backups.blob(1000);
        UUID damaged = backups.blob(3_000_000);
        UUID lost = backups.blob(500);
        Backups.flip(backups.stored(damaged), 2_000_000);
        Files.delete(backups.stored(lost));

        assertThat(backups.data(backups.installation.owner())).as(said()).isEqualTo(3);
        assertThat(said()).contains("1 blobs copied", "damaged " + damaged, "missing " + lost);
        assertThat(said()).contains("0 erased meanwhile");
        assertThat(backups.copied(sound)).exists();
        assertThat(backups.copied(damaged)).doesNotExist();
    }

    @Test
    @DisplayName("is read to its end by verify, without a database: damage is 1, what is missing 3, and both are named")
    void verified() throws IOException, SQLException {
        UUID one = backups.blob(1_500_000);
        UUID other = backups.blob(700);
        Path file = backups.make();
        Files.delete(backups.copied(other));
        assertThat(backups.verify(file, backups.olga)).as(said()).isEqualTo(3);
        assertThat(said()).contains("missing " + other, "1 whole, 0 damaged, 1 missing");
        Backups.flip(backups.copied(one), 1_200_000);
        assertThat(backups.verify(file, backups.olga)).isEqualTo(1);
        assertThat(said()).contains("damaged " + one, "whole: tillit of ");
        assertThat(backups.installation.run(
                        "backup",
                        "verify",
                        file.toString(),
                        "--key",
                        backups.olga.key().toString(),
                        "--signed-by",
                        backups.maker.certificate().toString(),
                        "--rows-only"))
                .isZero();
    }

    @Test
    @DisplayName("that was damaged in the backup is not put back as if it were whole")
    void notPutBack() throws IOException, SQLException {
        UUID blob = backups.blob(900);
        Path file = backups.make();
        Files.delete(backups.stored(blob));
        Backups.flip(backups.copied(blob), 17);
        assertThat(backups.restore(file, TestInstallation.empty("tillit_owner")))
                .isEqualTo(3);
        assertThat(said()).contains("damaged " + blob, "0 blobs put back");
        assertThat(backups.stored(blob)).doesNotExist();
    }

    private String said() {
        return backups.installation.said() + backups.installation.complained();
    }
}
