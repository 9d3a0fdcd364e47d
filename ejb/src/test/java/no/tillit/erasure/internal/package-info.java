/** The register, the certificate and the deletion tables. */
@org.jspecify.annotations.NullMarked
package no.tillit.erasure.internal;
