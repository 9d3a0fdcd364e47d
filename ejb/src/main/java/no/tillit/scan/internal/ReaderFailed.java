package no.tillit.scan.internal;

/** The reader ended, hung or said something else than it should while it was at a file. */
class ReaderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderFailed(String what) {
        super(what);
    }

    ReaderFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
