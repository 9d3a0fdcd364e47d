package no.tillit.ui.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Changes the language of the pages and goes back to where the person was. Keeps the choice for a year. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 3600;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getParameter("to");
        if (to != null && Language.isOffered(to)) {
            Cookie cookie = new Cookie(Language.COOKIE, to);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setMaxAge(A_YEAR);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        response.sendRedirect(here(request.getParameter("back")));
    }

    /** Only a path on this server is a way back; anything else leads to the start page. */
    static String here(@Nullable String back) {
        boolean local = back != null
                && back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().noneMatch(c -> c == '\\' || c < ' ');
        return local && back != null ? back : "/index.xhtml";
    }
}
