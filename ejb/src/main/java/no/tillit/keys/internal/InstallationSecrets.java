package no.tillit.keys.internal;

import java.security.SecureRandom;
import java.util.UUID;
import no.tillit.kernel.Clock;
import no.tillit.keys.KeyAbsent;

/**
 * The installation's own secrets, one for each use: random, made when first asked for, wrapped under the root key. Making one
 * commits at once, whatever the caller's transaction does.
 */
public final class InstallationSecrets {
    private static final int FIRST = 1;

    private final RootKeys roots;
    private final InstallationKeyTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public InstallationSecrets(RootKeys roots, InstallationKeyTable table, Clock clock) {
        this.roots = roots;
        this.table = table;
        this.clock = clock;
    }

    /**
     * The secret, unwrapped; the caller closes it.
     *
     * @param name what it is for
     * @throws no.tillit.keys.Tampered when the row does not hold the key it was made with
     */
    public Secret open(String name) {
        InstallationKeyRow row = table.find(name).orElseGet(() -> make(name));
        return roots.open(row, () -> table.find(name).orElseThrow(KeyAbsent::new));
    }

    private InstallationKeyRow make(String name) {
        roots.underCurrent(rootVersion -> {
            UUID keyId = UUID.randomUUID();
            try (Secret seed = Secret.random(random)) {
                byte[] wrapped =
                        roots.seal(rootVersion, seed, InstallationKeyRow.place(name, FIRST, keyId, rootVersion));
                table.addUnlessThere(
                        new InstallationKeyRow(name, FIRST, keyId, rootVersion, wrapped, seed.keyCheckValue()),
                        clock.now());
            }
        });
        return table.find(name).orElseThrow(KeyAbsent::new);
    }
}
