package no.tillit.scan.internal;

/** What becomes of the pages of a file, in their order. */
abstract class PagesRead {
    abstract void counted(int pages);

    /** @param code what the code on it says; empty when there is none, {@code ?} when it is not one of ours */
    abstract void picture(int page, String code, int width, int height, byte[] jpeg);

    abstract void blank(int page);

    abstract void unreadable(int page);
}
