package no.tillit.reader;

import java.io.IOException;

/** The file is not read, with the reason in kebab case. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    Unreadable(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
