package no.tillit.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.keys.internal.RootKeyTable;
import org.jspecify.annotations.Nullable;

/** Which installation this is: content of one opens in no other, even with the same ids. */
@ApplicationScoped
public class Installation {
    private final RootKeyTable table;
    private volatile @Nullable UUID id;

    @Inject
    public Installation(RootKeyTable table) {
        this.table = table;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected Installation() {
        this(null);
    }

    /** Given once, at the first start; never changes. */
    public UUID id() {
        UUID known = id;
        if (known == null) {
            known = table.installation();
            id = known;
        }
        return known;
    }
}
