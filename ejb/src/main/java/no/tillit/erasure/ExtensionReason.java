package no.tillit.erasure;

/** Why a request may be answered later; the law knows no other reasons (GDPR Art 12(3)). */
public enum ExtensionReason {
    /** The request is complex. */
    COMPLEX,
    /** There are many requests. */
    MANY_REQUESTS
}
