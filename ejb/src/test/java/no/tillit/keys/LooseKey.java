package no.tillit.keys;

import java.util.Arrays;
import java.util.UUID;
import no.tillit.keys.internal.Secret;

/** A document key of nobody's document, and an installation of no database: for tests of what is done with them. */
public final class LooseKey {
    private LooseKey() {}

    /** The same key for the same number, in every JVM. */
    public static DocumentKey number(int number) {
        byte[] bytes = new byte[Secret.LENGTH];
        Arrays.fill(bytes, (byte) number);
        return new DocumentKey(Secret.adopt(bytes));
    }

    /** An installation with this id. */
    public static Installation installation(UUID id) {
        return new Installation() {
            @Override
            public UUID id() {
                return id;
            }
        };
    }
}
