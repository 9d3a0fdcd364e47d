package no.tillit.ui.shell;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * A page speaks the language its reader chose, and a form sends back to the address it was opened at, so that the
 * record it is about is known in every phase and the address stays one that can be kept.
 */
public class PagesViewHandler extends ViewHandlerWrapper {
    public PagesViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Locale.forLanguageTag(
                Language.tagOf((HttpServletRequest) context.getExternalContext().getRequest()));
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String url = super.getActionURL(context, viewId);
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        boolean here = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return here && request.getQueryString() != null ? url + "?" + request.getQueryString() : url;
    }
}
