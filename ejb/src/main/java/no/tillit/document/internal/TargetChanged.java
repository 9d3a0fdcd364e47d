package no.tillit.document.internal;

import no.tillit.kernel.Conflict;

/** While the file came in, somebody joined or left what it was to hang on. */
class TargetChanged extends Conflict {
    private static final long serialVersionUID = 1L;

    TargetChanged() {
        super(
                "document-target-changed",
                "While the file came in, the people it is about changed. Nothing was kept; send it again.");
    }
}
