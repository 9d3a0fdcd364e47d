package no.tillit.consent;

/**
 * Somebody else who gets something about a person by their consent.
 *
 * @param code of the item that names it, such as {@code share-plan/housing/nav}
 * @param name as the item names it
 */
public record Recipient(String code, String name) {}
