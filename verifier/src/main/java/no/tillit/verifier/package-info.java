/**
 * The form of the audit log and everything needed to check it, with nothing but the JDK: the application writes with these
 * classes and an outside party verifies with them, so both can be read side by side.
 *
 * <p>{@link no.tillit.verifier.LogEntry} is a leaf, {@link no.tillit.verifier.GrowingTree} the Merkle tree of RFC 6962,
 * {@link no.tillit.verifier.Checkpoint} what is signed about it, {@link no.tillit.verifier.ExportWriter} the file that is
 * handed out. Open {@link no.tillit.verifier.Verification} first; {@link no.tillit.verifier.Verify} is its command line.
 * Decisions: docs/adr/0064 to 0069.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.verifier;
