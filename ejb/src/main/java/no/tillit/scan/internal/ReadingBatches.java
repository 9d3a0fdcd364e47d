package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import no.tillit.access.VisibleRows;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.Tampered;
import no.tillit.scan.ScanBatchState;
import no.tillit.storage.ContentRole;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that wait, one after another and page by page. Each page is kept in a transaction of its own, so whoever goes
 * on after a kill begins with the next one.
 */
@ApplicationScoped
public class ReadingBatches {
    private static final Logger LOG = Logger.getLogger(ReadingBatches.class);

    @Inject
    private Alone alone;

    @Inject
    private Scans scans;

    @Inject
    private Assembling assembling;

    @Inject
    private Contents contents;

    @Inject
    private ReaderProcess reader;

    @Inject
    private VisibleRows rows;

    @Inject
    private Clock clock;

    /** What is known of a file whose turn it is. */
    private record Turn(UUID id, ProjectId project, SealedColumns file, int from, boolean hopeless) {}

    /** Somebody has thrown the file away while it was read. */
    private static final class ThrownAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ThrownAway() {
            super("The file is gone");
        }
    }

    /** Reads until nothing waits. */
    public void readWaiting() {
        for (Optional<Turn> turn = claim(); turn.isPresent(); turn = claim()) {
            read(turn.get());
        }
    }

    private Optional<Turn> claim() {
        return alone.call(() -> {
            rows.requireEverything();
            return scans.nextToRead(clock.now()).map(batch -> {
                batch.claim(clock.now());
                SealedColumns file = batch.file();
                if (file == null) {
                    throw new IllegalStateException("A file that waits has its bytes");
                }
                return new Turn(batch.id(), batch.project(), file, batch.pagesRead() + 1, batch.isHopeless());
            });
        });
    }

    private void read(Turn turn) {
        try {
            if (turn.hopeless()) {
                end(turn, "damaged-file");
                return;
            }
            reader.read(
                    () -> contents.open(turn.project(), turn.id(), ContentRole.ORIGINAL, turn.file()),
                    turn.file().blob().plaintextLength(),
                    turn.from(),
                    new Keeping(turn));
            end(turn, null);
        } catch (ReaderRefused refused) {
            end(turn, refused.code());
        } catch (Tampered damage) {
            LOG.errorf("The file of scans %s is damaged", turn.id());
            end(turn, "damaged-file");
        } catch (ThrownAway gone) {
            LOG.debug("A file was thrown away while it was read", gone);
        } catch (ReaderFailed failed) {
            LOG.warnf("Reading the scans %s broke off: %s", turn.id(), failed.getMessage());
            alone.run(() -> scans.holdBatch(turn.id()).ifPresent(Batch::release));
        }
    }

    /** The bytes go after the row has let go of them; what a crash leaves between is swept. */
    private void end(Turn turn, @Nullable String because) {
        alone.run(() -> scans.holdBatch(turn.id()).ifPresent(batch -> {
            boolean empty = because == null && batch.pagesRead() == batch.blankPages();
            batch.end(empty ? "empty-scan" : because);
            scans.removeIfDone(batch.state() == ScanBatchState.READ ? batch.id() : null);
        }));
        contents.delete(turn.file());
    }

    /** Keeps the pages of one file. */
    private final class Keeping extends PagesRead {
        private final Turn turn;

        Keeping(Turn turn) {
            this.turn = turn;
        }

        @Override
        void counted(int pages) {
            with(batch -> batch.counted(pages, clock.now()));
        }

        @Override
        void blank(int page) {
            with(batch -> batch.read(page, true, clock.now()));
        }

        @Override
        void unreadable(int page) {
            with(batch -> {
                assembling.add(batch, UUID.randomUUID(), page, "", null, 0, 0);
                batch.read(page, false, clock.now());
            });
        }

        @Override
        void picture(int page, String code, int width, int height, byte[] jpeg) {
            UUID id = UUID.randomUUID();
            SubjectId owner = alone.call(() -> assembling.ownerOf(turn.project(), code));
            SealedColumns sealed = seal(owner, id, jpeg);
            try {
                with(batch -> {
                    contents.requireCurrent(sealed);
                    assembling.add(batch, id, page, code, sealed, width, height);
                    batch.read(page, false, clock.now());
                });
            } catch (RuntimeException e) {
                contents.delete(sealed);
                throw e;
            }
        }

        private SealedColumns seal(SubjectId owner, UUID id, byte[] jpeg) {
            try {
                return write(owner, id, jpeg);
            } catch (KeyDestroyed erasedMeanwhile) {
                return write(SubjectId.of(turn.project()), id, jpeg);
            }
        }

        private SealedColumns write(SubjectId owner, UUID id, byte[] jpeg) {
            return contents.write(turn.project(), owner, id, ContentRole.PREVIEW, new ByteArrayInputStream(jpeg));
        }

        private void with(java.util.function.Consumer<Batch> work) {
            alone.run(() -> work.accept(scans.holdBatch(turn.id())
                    .filter(batch -> batch.state() == ScanBatchState.READING)
                    .orElseThrow(ThrownAway::new)));
        }
    }
}
