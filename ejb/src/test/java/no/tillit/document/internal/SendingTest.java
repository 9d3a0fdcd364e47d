package no.tillit.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import no.tillit.access.RecordClosed;
import no.tillit.document.DownloadStopped;
import no.tillit.document.TransferRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A download on its way")
class SendingTest {
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private long now;
    private boolean closed;
    private final AtomicInteger asked = new AtomicInteger();
    private final TransferSlots slots = new TransferSlots(10, 1);
    private final Sending sending = new Sending(slots, "ingrid", this::ask, () -> now);

    @Test
    @DisplayName("is not asked about again within a second and 64 MiB")
    void notAtOnce() throws IOException {
        OutputStream out = sending.through(OutputStream.nullOutputStream());
        now = Sending.INTERVAL.toNanos() - 1;
        for (int i = 0; i < 64; i++) {
            out.write(MEBIBYTE);
        }
        assertThat(asked).hasValue(0);
        out.write(1);
        assertThat(asked).hasValue(1);
        out.write(MEBIBYTE);
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("is asked about again after a second, before the next byte")
    void afterASecond() throws IOException {
        var received = new ByteArrayOutputStream();
        OutputStream out = sending.through(received);
        out.write(MEBIBYTE);
        closed = true;
        now = Sending.INTERVAL.toNanos();
        assertThatExceptionOfType(DownloadStopped.class)
                .isThrownBy(() -> out.write(MEBIBYTE))
                .withCauseInstanceOf(RecordClosed.class);
        assertThat(received.size()).isEqualTo(MEBIBYTE.length);
    }

    @Test
    @DisplayName("stops within one large write, too")
    void withinAWrite() {
        var received = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                now += Sending.INTERVAL.toNanos();
                closed = true;
            }
        };
        OutputStream out = sending.through(received);
        assertThatExceptionOfType(DownloadStopped.class).isThrownBy(() -> out.write(MEBIBYTE));
        assertThat(received.size()).isEqualTo(64 << 10);
    }

    @Test
    @DisplayName("to somebody who hardly reads gives up its place")
    void slowReader() {
        OutputStream out = sending.through(new OutputStream() {
            @Override
            public void write(int single) {
                now += Pace.WINDOW.toNanos();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                now += Pace.WINDOW.toNanos() * 3;
            }
        });
        assertThatExceptionOfType(TransferRefused.class).isThrownBy(() -> out.write(MEBIBYTE));
    }

    @Test
    @DisplayName("holds a place")
    void holdsAPlace() {
        try (var place = sending.begin()) {
            assertThat(place).isNotNull();
            assertThatExceptionOfType(TransferRefused.class).isThrownBy(sending::begin);
        }
        sending.begin().close();
    }

    private void ask() {
        asked.incrementAndGet();
        if (closed) {
            throw RecordClosed.restricted();
        }
    }
}
