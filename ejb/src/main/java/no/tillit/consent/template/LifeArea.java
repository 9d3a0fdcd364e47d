package no.tillit.consent.template;

/** An area of a release plan that can be shared by itself (O-15, O-18). */
public enum LifeArea {
    HOUSING,
    INCOME_AND_DEBT,
    WORK,
    EDUCATION,
    HEALTH,
    SUBSTANCE_USE,
    FAMILY_AND_NETWORK,
    IDENTITY_PAPERS,
    DIGITAL_SKILLS
}
