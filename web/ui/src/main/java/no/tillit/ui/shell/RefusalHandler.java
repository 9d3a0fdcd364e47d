package no.tillit.ui.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import no.tillit.kernel.DatabaseUnavailable;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Refusal;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A refusal becomes a sentence on the page it came from; what may not be seen looks like what is not there; anything
 * else becomes a page with a reference that the log knows, and nothing more.
 */
final class RefusalHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(RefusalHandler.class);

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var queued = events.next().getContext();
            FacesContext faces = queued.getContext();
            events.remove();
            if (!faces.getResponseComplete()) {
                answer(faces, queued.getPhaseId(), queued.getException());
            }
        }
    }

    private static void answer(FacesContext faces, @Nullable PhaseId phase, Throwable failure) {
        try {
            Refusal told = cause(failure, Refusal.class);
            Refusal refusal = told == null ? DatabaseUnavailable.in(failure) : told;
            if (cause(failure, ViewExpiredException.class) != null) {
                faces.getExternalContext().redirect("/errors/expired.xhtml");
                faces.responseComplete();
            } else if (refusal instanceof NotFound || cause(failure, EJBAccessException.class) != null) {
                sendError(faces, 404);
            } else if (refusal != null && phase != null && phase.compareTo(PhaseId.RENDER_RESPONSE) < 0) {
                CDI.current().select(Problems.class).get().add(refusal);
            } else if (refusal != null) {
                sendError(faces, refusal.kind() == Refusal.Kind.UNAVAILABLE ? 503 : 404);
            } else {
                fail(faces, failure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(FacesContext faces, Throwable failure) throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(
                failure,
                "Page %s failed, reference %s",
                faces.getExternalContext().getRequestServletPath(),
                reference);
        faces.getExternalContext().getRequestMap().put("tillit.reference", reference);
        sendError(faces, 500);
    }

    private static void sendError(FacesContext faces, int status) throws IOException {
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        if (response.isCommitted()) {
            throw new FacesException("The page failed after its beginning had been sent");
        }
        response.resetBuffer();
        response.sendError(status);
        faces.responseComplete();
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
