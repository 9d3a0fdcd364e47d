/**
 * How entries get into the tree and how the tree is signed. Open {@link no.tillit.audit.internal.Sequencing} first, then
 * {@link no.tillit.audit.internal.Sealing}.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.audit.internal;
