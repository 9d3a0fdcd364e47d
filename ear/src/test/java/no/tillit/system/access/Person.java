package no.tillit.system.access;

import java.util.Arrays;

/**
 * Everybody the tables speak of. A capital letter works in the project (or, without projects, in the installation); a small one
 * has the same role in another project.
 */
enum Person {
    R("ingrid", "research"),
    C("jonas", "follow-up"),
    L("solveig", "project-administration"),
    P("henrik", "data-protection"),
    A("audun", "audit"),
    O("olga", "operation"),
    X("petter", "follow-up"),
    r("oyvind", "research"),
    c("cecilie", "follow-up"),
    l("lars", "project-administration"),
    /** Nobody is logged in. */
    N("", "research");

    private final String username;
    private final String ownPurpose;

    Person(String username, String ownPurpose) {
        this.username = username;
        this.ownPurpose = ownPurpose;
    }

    String username() {
        return username;
    }

    /** What the person's role is for. */
    String ownPurpose() {
        return ownPurpose;
    }

    static boolean isKnown(String letter) {
        return Arrays.stream(values()).anyMatch(person -> person.name().equals(letter));
    }
}
