package no.tillit.retention.internal;

import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionFacts;
import org.jspecify.annotations.Nullable;

/**
 * A record and what the rules need to know about it.
 *
 * @param participant whose it is; null when it is about several or nobody
 */
record RecordFacts(UUID record, RecordKind covers, @Nullable ParticipantId participant, RetentionFacts facts) {}
