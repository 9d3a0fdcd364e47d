package no.tillit.project;

/** A kind of personal data as an approval names it. */
public enum DataCategory {
    /** Ordinary personal data. */
    GENERAL,
    /** Criminal convictions and offences (GDPR Art 10, O-14). */
    CRIMINAL_OFFENCE,
    /** Health, substance use included (Art 9). */
    HEALTH,
    /** Racial or ethnic origin (Art 9). */
    ETHNIC_ORIGIN,
    /** Political, religious or philosophical belief, and union membership (Art 9). */
    BELIEF,
    /** Sex life or sexual orientation (Art 9). */
    SEXUALITY
}
