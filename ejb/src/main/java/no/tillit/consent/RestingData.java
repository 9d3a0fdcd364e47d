package no.tillit.consent;

import java.util.stream.Stream;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about a participant and what it rests on, so that one can be told beforehand what a withdrawal takes. A feature
 * that keeps data on consent contributes an {@code @ApplicationScoped} bean.
 */
@ExtensionPoint
public interface RestingData {
    /** What there is about the participant, counted by kind; without saying anything of what it says. */
    Stream<Resting> of(ParticipantId participant);

    /**
     * Records of one kind.
     *
     * @param kind what they are, in kebab case, such as {@code transcript}
     * @param item the item they rest on; null when they rest on no consent
     * @param boundByArchiveLaw whether archive law keeps them, whatever the person decides (O-22)
     * @param group whether others said it together with the person (O-13)
     * @param records how many; at least 1
     */
    record Resting(String kind, @Nullable ConsentItem item, boolean boundByArchiveLaw, boolean group, long records) {}
}
