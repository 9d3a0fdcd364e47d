package no.tillit.keys;

import java.util.UUID;

/** The one place in the database where an encrypted field belongs; moved elsewhere, it does not open. */
public record FieldContext(String table, String column, UUID row) {}
