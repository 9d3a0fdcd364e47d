package no.tillit.ui.shell;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * A browser runs and loads only what comes from this server, shows it in no frame, and keeps no page.
 *
 * <p>Nothing is allowed inline: no script, no style (OWASP ASVS 5.0 V3.4).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient IdentityProvider provider;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy(provider.origin()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        boolean asset = request.getRequestURI().startsWith("/assets/");
        response.setHeader("Cache-Control", asset ? "public, max-age=3600" : "no-store");
        chain.doFilter(request, response);
    }

    /** The policy; logging out posts to us and is sent on to the identity provider, which counts as a form's target. */
    static String policy(URI identityProvider) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "media-src 'self'; connect-src 'self'; form-action 'self' " + identityProvider
                + "; frame-ancestors 'none'; base-uri 'none'";
    }
}
