package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.kernel.Settings;

/**
 * How long backups of {@code tillit_keys} live: when the last one with a destroyed key is gone, every copy of what was under it is
 * unreadable (O-23). Never more than {@code tillit-admin backup keys} keeps.
 */
@ApplicationScoped
public class KeyBackups {
    static final String SETTING = "tillit.keys.backup.days";
    private static final int LONGEST = 30;

    @Inject
    private Settings settings;

    /** @throws IllegalStateException naming the setting when it is no number from 1 to 30 */
    public int days() {
        String text = settings.optional(SETTING).orElse(Integer.toString(LONGEST));
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST) {
            throw new IllegalStateException(
                    "The setting " + SETTING + " is how many days backups of keys are kept: a number from 1 to 30.");
        }
        return Integer.parseInt(text);
    }
}
