package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import no.tillit.audit.internal.CheckRows;
import no.tillit.audit.internal.ReadingTree;
import no.tillit.kernel.Clock;
import no.tillit.verifier.Finding;
import no.tillit.verifier.Verification;
import org.jboss.logging.Logger;

/** The log checks itself on demand, as the stand-alone verifier would, and what it found is kept. */
@ApplicationScoped
public class CheckingLog {
    private static final Logger LOG = Logger.getLogger(CheckingLog.class);

    @Inject
    private SealedLog log;

    @Inject
    private ReadingTree tree;

    @Inject
    private Clock clock;

    /** Checks every signed entry now. */
    public LogCheck check() {
        Instant started = clock.now();
        Verification.Result result = result();
        Finding worst = result.worst();
        if (worst != null) {
            LOG.fatalf("The audit log does not stand as it was signed: %s", worst.words());
        }
        LogCheck check = new LogCheck(
                started,
                clock.now(),
                result.entries(),
                worst == null ? null : worst.kind(),
                worst == null || worst.entry() < 0 ? null : worst.entry());
        return tree.with(connection -> new CheckRows(connection).add(check));
    }

    /** What the last check found; empty before the first. */
    public Optional<LogCheck> last() {
        return tree.with(connection -> new CheckRows(connection).last());
    }

    private Verification.Result result() {
        try {
            return log.check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
