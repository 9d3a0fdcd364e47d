package no.tillit.access;

import java.util.Arrays;
import java.util.Optional;

/** A role as Keycloak names it. */
public enum Role {
    RESEARCHER(Role.Names.RESEARCHER),
    CASEWORKER(Role.Names.CASEWORKER),
    PROJECT_LEAD(Role.Names.PROJECT_LEAD),
    PRIVACY_OFFICER(Role.Names.PRIVACY_OFFICER),
    AUDITOR(Role.Names.AUDITOR),
    OPERATOR(Role.Names.OPERATOR),
    PARTNER(Role.Names.PARTNER),
    /** The application itself, in jobs; nobody can log in as it. */
    SYSTEM(Role.Names.SYSTEM);

    private final String keycloakName;

    Role(String keycloakName) {
        this.keycloakName = keycloakName;
    }

    /** The role's name in Keycloak and in {@code @RolesAllowed}. */
    public String keycloakName() {
        return keycloakName;
    }

    /** Whether a person holds this role as a member of a project, rather than for the whole installation. */
    public boolean isHeldInProject() {
        return this == RESEARCHER || this == CASEWORKER || this == PROJECT_LEAD || this == PARTNER;
    }

    /** The role with this name, or empty. */
    public static Optional<Role> named(String keycloakName) {
        return Arrays.stream(values())
                .filter(r -> r.keycloakName.equals(keycloakName))
                .findFirst();
    }

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String RESEARCHER = "researcher";
        public static final String CASEWORKER = "caseworker";
        public static final String PROJECT_LEAD = "project-lead";
        public static final String PRIVACY_OFFICER = "privacy-officer";
        public static final String AUDITOR = "auditor";
        public static final String OPERATOR = "operator";
        public static final String PARTNER = "partner";
        public static final String SYSTEM = "system";

        private Names() {}
    }
}
