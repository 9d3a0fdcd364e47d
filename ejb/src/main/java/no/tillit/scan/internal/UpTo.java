package no.tillit.scan.internal;

import java.io.IOException;
import java.io.Reader;
import no.tillit.kernel.InvalidInput;

/** Reads what somebody sends into memory, as far as it may go. */
public final class UpTo {
    private static final int AT_ONCE = 8192;

    private UpTo() {}

    /** @throws InvalidInput when there is more, or it breaks off */
    public static String read(Reader from, int most) {
        var text = new StringBuilder();
        var buffer = new char[AT_ONCE];
        try {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                text.append(buffer, 0, read);
                if (text.length() > most) {
                    throw new InvalidInput("table-too-long", "csv", "Send at most 5000 rows at a time.");
                }
            }
        } catch (IOException e) {
            throw new InvalidInput("table-unreadable", "csv", "The list broke off on its way.");
        }
        return text.toString();
    }
}
