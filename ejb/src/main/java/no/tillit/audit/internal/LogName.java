package no.tillit.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import no.tillit.keys.Installation;
import no.tillit.keys.SigningKeys;
import no.tillit.verifier.SignedNote;
import no.tillit.verifier.VerifierKey;

/** The log signs under its own name: {@code tillit/} and the installation's id, and which history it is after a restore. */
@ApplicationScoped
public class LogName {
    /** What the installation's signing key is for. */
    static final String KEY = "audit log";

    private final Installation installation;
    private final SigningKeys keys;

    @Inject
    public LogName(Installation installation, SigningKeys keys) {
        this.installation = installation;
        this.keys = keys;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected LogName() {
        this(null, null);
    }

    /** The name of a history; the first is 0. */
    public String origin(int history) {
        String name = "tillit/" + installation.id();
        return history == 0 ? name : name + "/restored-" + history;
    }

    /** The public key under a history's name. The bytes of the key are the same for all. */
    public VerifierKey key(int history) {
        return VerifierKey.of(origin(history), keys.publicKey(KEY));
    }

    /** The public key under the name of something else that this installation counts. */
    public VerifierKey keyOf(String what) {
        return VerifierKey.of(origin(0) + "/" + what, keys.publicKey(KEY));
    }

    /** Signs under the name of something else that this installation counts. */
    public SignedNote signOf(String what, String text) {
        return SignedNote.of(text, keyOf(what), keys.sign(KEY, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs under a history's name. */
    public SignedNote sign(int history, String text) {
        return SignedNote.of(text, key(history), keys.sign(KEY, text.getBytes(StandardCharsets.UTF_8)));
    }
}
