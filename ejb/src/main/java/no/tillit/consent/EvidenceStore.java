package no.tillit.consent;

import no.tillit.kernel.ExtensionPoint;

/**
 * Where a document that proves a consent is kept, encrypted under the person's key and found with the consent (GDPR Art 7(1)).
 * The feature that keeps documents contributes the one there is.
 */
@ExtensionPoint
public interface EvidenceStore {
    /**
     * Keeps the document in the caller's transaction: with the consent or not at all.
     *
     * @param pdf made by this application, so nobody has to look into it
     * @param fileName without anything about the person
     * @param by who took the consent down
     */
    void keep(ConsentRef consent, byte[] pdf, String fileName, String by);
}
