package no.tillit.scan.internal;

/** The reader opened the file and says why it cannot be read. */
class ReaderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ReaderRefused(String code) {
        super("The reader refused a file: " + code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
