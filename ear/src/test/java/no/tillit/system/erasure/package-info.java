/** Deletion from the withdrawal to the certificate, over the API of a running stack. */
@org.jspecify.annotations.NullMarked
package no.tillit.system.erasure;
