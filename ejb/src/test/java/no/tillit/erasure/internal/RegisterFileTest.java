package no.tillit.erasure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFileTest {
    private Path folder;
    private Path path;
    private RegisterFile file;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        path = folder.resolve("erased");
        file = new RegisterFile(path);
    }

    @Test
    @DisplayName("entries are read back in the order they were written, over several appends")
    void readsBack() {
        List<RegisterEntry> first = List.of(aSubject(), aRecord());
        List<RegisterEntry> second = List.of(aSubject());
        file.append(first);
        new RegisterFile(path).append(second);
        assertThat(readAll()).containsExactly(first.get(0), first.get(1), second.get(0));
    }

    @Test
    @DisplayName("a register that was never written is empty")
    void absent() {
        assertThat(readAll()).isEmpty();
    }

    @Test
    @DisplayName("a changed, removed or exchanged line is noticed")
    void tampering() throws IOException {
        file.append(List.of(aSubject(), aSubject(), aSubject()));
        List<String> lines = Files.readAllLines(path);
        Files.write(path, List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(this::readAll).isInstanceOf(RegisterUnusable.class);
        Files.write(path, List.of(lines.get(1), lines.get(0), lines.get(2)));
        assertThatThrownBy(this::readAll).isInstanceOf(RegisterUnusable.class);
        String forged = lines.get(1).replaceFirst("[0-9a-f]{8}-", "00000000-");
        Files.write(path, List.of(lines.get(0), forged, lines.get(2)));
        assertThatThrownBy(this::readAll).isInstanceOf(RegisterUnusable.class);
    }

    @Test
    @DisplayName("a line that a crash cut short is no entry, and the next one takes its place")
    void cutShort() throws IOException {
        RegisterEntry whole = aSubject();
        file.append(List.of(whole));
        Files.writeString(path, "v1 2026-11-22T00:00:00Z 5f", StandardOpenOption.APPEND);
        assertThat(readAll()).containsExactly(whole);
        RegisterEntry next = aRecord();
        file.append(List.of(next));
        assertThat(readAll()).containsExactly(whole, next);
    }

    @Test
    @DisplayName("a file that cannot be written refuses the entry")
    void unwritable() {
        var nowhere = new RegisterFile(folder.resolve("absent").resolve("erased"));
        assertThatThrownBy(() -> nowhere.append(List.of(aSubject()))).isInstanceOf(RegisterUnusable.class);
    }

    private List<RegisterEntry> readAll() {
        List<RegisterEntry> all = new ArrayList<>();
        new RegisterFile(path).read(all::add);
        return all;
    }

    static RegisterEntry aSubject() {
        return RegisterEntry.ofSubject(
                Instant.parse("2026-11-22T09:00:00.123456Z"),
                DeletionJobId.random(),
                ProjectId.random(),
                ParticipantId.random());
    }

    static RegisterEntry aRecord() {
        return RegisterEntry.ofRecord(
                Instant.parse("2026-11-22T09:00:00Z"),
                DeletionJobId.random(),
                ProjectId.random(),
                ParticipantId.random(),
                "document",
                UUID.randomUUID());
    }
}
