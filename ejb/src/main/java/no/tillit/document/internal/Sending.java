package no.tillit.document.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import no.tillit.document.DownloadStopped;
import no.tillit.kernel.Refusal;

/**
 * A download on its way: holds a place, must move, and is asked about again each second or every 64 MiB, whichever comes
 * first, so that no more than that leaves once it may not (ADR 0082).
 */
public final class Sending {
    static final long PORTION = 64 << 20;
    static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int PIECE = 64 << 10;
    /** To a reader that keeps up: fewer calls of the system, and the reader is woken less often. */
    private static final int LARGE = 256 << 10;

    private final TransferSlots slots;
    private final String username;
    private final Runnable question;
    private final LongSupplier nanoseconds;
    private long asked;

    /**
     * @param question throws a {@link Refusal} when the content may not be handed out any more
     * @param nanoseconds a clock that only goes forward; the question has just been answered
     */
    Sending(TransferSlots slots, String username, Runnable question, LongSupplier nanoseconds) {
        this.slots = slots;
        this.username = username;
        this.question = question;
        this.nanoseconds = nanoseconds;
        this.asked = nanoseconds.getAsLong();
    }

    /** @throws no.tillit.document.TransferRefused when there is no place */
    public TransferSlots.Slot begin() {
        return slots.take(username);
    }

    /** What is written to it reaches {@code out} only while the answer is yes. */
    public Leaving through(OutputStream out) {
        return new Leaving(out);
    }

    /** Content that leaves, a piece at a time. */
    public final class Leaving extends FilterOutputStream {
        private final Pace pace = new Pace(nanoseconds);
        private long since;
        private boolean begun;

        private Leaving(OutputStream out) {
            super(out);
        }

        /** Whether a byte of it may have left already. */
        public boolean hasBegun() {
            return begun;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                askAgain();
                int piece = Math.min(pace.isQuick() ? LARGE : PIECE, length - done);
                pace.waiting();
                begun = true;
                out.write(bytes, offset + done, piece);
                pace.moved(piece);
                since += piece;
                done += piece;
            }
        }

        private void askAgain() throws DownloadStopped {
            if (since < PORTION && nanoseconds.getAsLong() - asked < INTERVAL.toNanos()) {
                return;
            }
            try {
                question.run();
            } catch (Refusal refusal) {
                throw new DownloadStopped(refusal);
            }
            asked = nanoseconds.getAsLong();
            since = 0;
        }
    }
}
