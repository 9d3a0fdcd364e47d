package no.tillit.scan;

/** Why a scanned form is matched by hand; the first that is true, in this order. */
public enum ByHand {
    /** No page has a code that can be read. */
    NO_CODE,
    /** The code on it is not one of ours. */
    FOREIGN_CODE,
    /** No form with this number was printed in this project. */
    NUMBER_UNKNOWN,
    /** Another form was recorded under this number: two signatures for one form. */
    NUMBER_USED,
    /** No version with this code was published in this project. */
    VERSION_UNKNOWN,
    /** The person it was printed for has withdrawn. */
    PERSON_GONE,
    /** A page is there twice. */
    PAGES_TWICE,
    /** A page of the form is missing; the letter need not be there. */
    PAGES_MISSING,
    /** A page cannot be read. */
    PAGE_UNREADABLE,
    /** It was printed blank, so that its code says only which version it is. */
    NO_NUMBER
}
