package no.tillit.ui.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Logging out ends both sessions: ours, and the one at the identity provider. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient IdentityProvider provider;

    @Inject
    private transient PageToken token;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!token.matches(request.getParameter("token"))) {
            response.sendRedirect("/errors/expired.xhtml");
            return;
        }
        String away = provider.endSession(
                OidcLogin.of(request).map(OidcLogin::idToken).orElse(null));
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        response.sendRedirect(away);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/index.xhtml");
    }
}
