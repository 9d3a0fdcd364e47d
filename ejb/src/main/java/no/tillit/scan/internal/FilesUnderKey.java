package no.tillit.scan.internal;

import no.tillit.storage.ContentRole;

/** A file of scans, until its pages are read. */
public final class FilesUnderKey extends ScansUnderKey {
    public FilesUnderKey() {
        super("scan_batch", ContentRole.ORIGINAL);
    }

    @Override
    public String what() {
        return "files of scans";
    }
}
