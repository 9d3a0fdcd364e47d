package no.tillit.document.internal;

import no.tillit.access.RecordState;
import no.tillit.kernel.ExtensionPoint;

/** How the file of anonymised material stands: as those it was made from do, until it is released. */
@ExtensionPoint
public interface MaterialStanding {
    RecordState of(Document file);
}
