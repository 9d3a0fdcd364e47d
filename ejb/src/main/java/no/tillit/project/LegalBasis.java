package no.tillit.project;

/** What allows the processing of a sample's personal data (GDPR Art 6). */
public enum LegalBasis {
    /** Art 6(1)(a), with Art 9(2)(a) and 10 where they apply. */
    CONSENT,
    /** Art 6(1)(c). */
    LEGAL_OBLIGATION,
    /** Art 6(1)(e). */
    PUBLIC_TASK
}
