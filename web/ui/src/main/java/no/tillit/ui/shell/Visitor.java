package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.access.Callers;
import no.tillit.access.Role;
import no.tillit.kernel.Purpose;

/** The person at the screen. */
@Named
@RequestScoped
public class Visitor {
    /** The order in which a person with several roles is met. */
    private static final List<Role> ORDER = List.of(
            Role.PRIVACY_OFFICER,
            Role.PROJECT_LEAD,
            Role.RESEARCHER,
            Role.CASEWORKER,
            Role.AUDITOR,
            Role.OPERATOR,
            Role.PARTNER);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Callers callers;

    @Inject
    private Say say;

    /** The person's full name, or the user name when the identity provider tells none. */
    public String getName() {
        return OidcLogin.of(request).map(OidcLogin::name).orElseGet(this::getUsername);
    }

    /** What one calls the person. */
    public String getGivenName() {
        return OidcLogin.of(request).map(OidcLogin::givenName).orElseGet(this::getName);
    }

    public String getUsername() {
        return callers.current().username();
    }

    /** The roles Keycloak vouches for. */
    public Set<Role> roles() {
        return callers.current().roles();
    }

    /** The roles in words. */
    public String getRoleLabel() {
        return ORDER.stream().filter(roles()::contains).map(say::label).collect(Collectors.joining(", "));
    }

    /** Whether the person has at least one of these roles, by their names in Keycloak, separated by spaces. */
    public boolean is(String names) {
        return Arrays.stream(names.split(" "))
                .anyMatch(name -> Role.named(name).filter(roles()::contains).isPresent());
    }

    /** What the person's role is for, which a page takes as the purpose unless it asks. */
    public Purpose getPurpose() {
        Role first = ORDER.stream().filter(roles()::contains).findFirst().orElse(Role.PARTNER);
        return switch (first) {
            case RESEARCHER -> Purpose.RESEARCH;
            case CASEWORKER, PARTNER -> Purpose.FOLLOW_UP;
            case PROJECT_LEAD -> Purpose.PROJECT_ADMINISTRATION;
            case PRIVACY_OFFICER, SYSTEM -> Purpose.DATA_PROTECTION;
            case AUDITOR -> Purpose.AUDIT;
            case OPERATOR -> Purpose.OPERATION;
        };
    }

    /** The path of the page, without query. */
    public String getPath() {
        return request.getServletPath();
    }
}
