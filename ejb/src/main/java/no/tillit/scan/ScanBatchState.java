package no.tillit.scan;

/** How far a file of scans has come. */
public enum ScanBatchState {
    /** It waits for its turn. */
    WAITING,
    /** Its pages are being read. */
    READING,
    /** All its pages have been read; its bytes are gone. */
    READ,
    /** It cannot be read; its bytes are gone. */
    REFUSED
}
