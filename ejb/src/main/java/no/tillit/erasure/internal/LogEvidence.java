package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import no.tillit.audit.HistoryBroken;
import no.tillit.audit.SealedLog;
import no.tillit.audit.SealingLog;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.Hash;
import no.tillit.verifier.InclusionProof;
import no.tillit.verifier.SignedNote;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in the signed log, for whoever checks a certificate without us. */
@ApplicationScoped
public class LogEvidence {
    private static final Logger LOG = Logger.getLogger(LogEvidence.class);

    @Inject
    private SealingLog sealing;

    @Inject
    private SealedLog log;

    /**
     * An entry and its place.
     *
     * @param number the entry's in the application
     * @param place null while the log cannot be signed, as after a restore that nobody has acknowledged
     */
    public record Entry(long number, @Nullable Place place) {}

    /**
     * The leaf of the tree, and a signed checkpoint over it.
     *
     * @param hash of the leaf, in base64 as everywhere in the log's files
     * @param index from 0
     * @param origin the log's name in the checkpoint
     * @param size how many entries the checkpoint covers
     * @param root in base64
     */
    public record Place(String hash, long index, String origin, long size, String root) {}

    /** Signs the log as far as it stands now and says where the entry is in it. Outside any transaction: the entry is committed. */
    public Entry of(long entry) {
        try {
            sealing.seal();
        } catch (HistoryBroken broken) {
            LOG.warn("A certificate of erasure names no checkpoint: the log waits for an operator", broken);
        }
        Optional<InclusionProof> proof = log.inclusion(entry);
        return new Entry(entry, proof.map(LogEvidence::place).orElse(null));
    }

    private static Place place(InclusionProof proof) {
        Checkpoint signed =
                Checkpoint.parse(SignedNote.parse(proof.checkpoint()).text());
        return new Place(
                Hash.leaf(proof.entry()).base64(),
                proof.place(),
                signed.origin(),
                signed.size(),
                signed.root().base64());
    }
}
