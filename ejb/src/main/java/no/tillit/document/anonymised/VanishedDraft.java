package no.tillit.document.anonymised;

import java.time.Instant;

/**
 * A draft that is gone because somebody it was made from has withdrawn or was erased. Says nothing of whom.
 *
 * @param putForwardAt when the one who is told had begun it
 */
public record VanishedDraft(MaterialId id, Instant putForwardAt, Instant goneAt) {}
