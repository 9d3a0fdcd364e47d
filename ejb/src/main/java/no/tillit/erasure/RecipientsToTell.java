package no.tillit.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.kernel.ExtensionPoint;

/**
 * Those with whom something was shared, and who have to be told that it is erased (GDPR Art 19). The consent feature implements
 * it as an {@code @ApplicationScoped} bean. Called in a transaction, as {@code system}.
 */
@ExtensionPoint
public interface RecipientsToTell {
    /** Puts whoever has to be told of this deletion on the list, once; gives the notices that wait, also from before. */
    Set<UUID> begin(ErasureScope scope);

    /** Who of these has not confirmed, by name. */
    List<Unconfirmed> unconfirmed(Collection<UUID> notices);

    /**
     * A recipient who has not confirmed.
     *
     * @param recipient an agency, as the consent names it; never a person
     * @param notices how many notices wait for its answer
     */
    record Unconfirmed(String recipient, long notices) {}
}
