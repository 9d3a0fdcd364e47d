package no.tillit.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** What the identity provider has told about the person of this request. */
final class OidcLogin {
    private final OidcSecurityContext context;

    private OidcLogin(OidcSecurityContext context) {
        this.context = context;
    }

    /** The login of this request; empty on pages that need none. */
    static Optional<OidcLogin> of(HttpServletRequest request) {
        if (request.getAttribute(OidcSecurityContext.class.getName()) instanceof OidcSecurityContext found) {
            return Optional.of(new OidcLogin(found));
        }
        if (request.getUserPrincipal() instanceof OidcPrincipal<?> principal
                && principal.getOidcSecurityContext() != null) {
            return Optional.of(new OidcLogin(principal.getOidcSecurityContext()));
        }
        return Optional.empty();
    }

    /** The id token as it was issued. */
    @Nullable
    String idToken() {
        return context.getIDTokenString();
    }

    /** The person's name as they are called, or null. */
    @Nullable
    String name() {
        IDToken token = context.getIDToken();
        return token == null ? null : token.getName();
    }

    /** The person's given name, or null. */
    @Nullable
    String givenName() {
        IDToken token = context.getIDToken();
        return token == null ? null : token.getGivenName();
    }
}
