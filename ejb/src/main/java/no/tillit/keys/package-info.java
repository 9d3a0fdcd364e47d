/**
 * The key hierarchy and all cryptography: root key, a key per subject, a key per document version.
 *
 * <p>Floor 1: uses the kernel only. Nothing outside this package touches a cipher. Open {@link
 * no.tillit.keys.SubjectKeys} first, then {@link no.tillit.keys.FieldCipher} and {@link no.tillit.keys.DocumentKeys}.
 * Decisions: docs/adr/0020 to 0023.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.keys;
