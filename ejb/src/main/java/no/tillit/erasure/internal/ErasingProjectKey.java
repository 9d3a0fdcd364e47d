package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;

/**
 * The project's own key, under which lies what belongs to nobody. It is no record that a preview lists: {@link EndingProject} destroys
 * it when everything else has gone, and this destroys it again when an old copy of the keys brings it back (O-23).
 */
@ApplicationScoped
public class ErasingProjectKey implements ErasureStep {
    static final String KIND = "project-key";

    @Inject
    private SubjectKeys keys;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return Stream.empty();
    }

    @Override
    public boolean erase(ErasureItem item) {
        UUID project = item.record();
        if (keys.state(new SubjectId(project)) == KeyState.DESTROYED) {
            return false;
        }
        keys.destroyAll(List.of(new SubjectId(project)));
        return true;
    }

    @Override
    public long remaining(ErasureScope scope) {
        return 0;
    }
}
