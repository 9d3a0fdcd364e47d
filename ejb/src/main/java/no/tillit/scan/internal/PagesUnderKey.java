package no.tillit.scan.internal;

import no.tillit.storage.ContentRole;

/** The picture of a scanned page. */
public final class PagesUnderKey extends ScansUnderKey {
    public PagesUnderKey() {
        super("scanned_page", ContentRole.PREVIEW);
    }

    @Override
    public String what() {
        return "scanned pages";
    }
}
