package no.tillit.consent.template;

/** What a section of an information letter tells. The required ones are what a person has a right to know (GDPR Art 13, 7(3)). */
public enum Topic {
    /** What the person is asked, in a few words. */
    INVITATION(false),
    /** Why the person is asked. */
    WHY_YOU(false),
    /** What it is for (Art 13(1)(c)). */
    PURPOSE(true),
    /** Who is responsible (Art 13(1)(a)). */
    CONTROLLER(true),
    /** What the person says yes to, in practice. */
    WHAT_HAPPENS(true),
    /** Which kinds of data there will be. */
    CATEGORIES(true),
    /** That a duty of confidentiality holds, for informants who have one (O-11). */
    CONFIDENTIALITY(false),
    /** That nothing depends on the answer, and how to take it back (Art 7(3), 13(2)(c)). */
    WITHDRAWAL(true),
    /** Who can read it, and to whom it is given (Art 13(1)(e)). */
    ACCESS(true),
    /** How it is kept (Art 32). */
    STORAGE(true),
    /** When it ends, and what is left (Art 13(2)(a)). */
    END_DATE(true),
    /** What makes it lawful (Art 13(1)(c)). */
    LEGAL_BASIS(true),
    /** Which rights the person has (Art 13(2)(b)). */
    RIGHTS(true),
    /** To whom the person can complain (Art 13(2)(d)). */
    COMPLAINT(true),
    /** Whom to ask, the data protection officer among them (Art 13(1)(b)). */
    CONTACT(true),
    /** Anything else. */
    OTHER(false);

    private final boolean required;

    Topic(boolean required) {
        this.required = required;
    }

    /** Whether no letter is complete without it. */
    public boolean required() {
        return required;
    }
}
