package no.tillit.web;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Nobody waits for a body that there is no place for: when the answer is that too much is on its way (429, 503), the rest of
 * the body is not read, and the connection is closed after the answer. The server would otherwise hold the request's thread
 * until the sender is done, however slowly (ADR 0081). Every other answer waits for the body's end, since a sender that is
 * cut off while it sends may never read why.
 *
 * <p>Forms and JSON come into memory before a thread is given to them, as they do not take more than a buffer. A form is read into
 * memory whole, so it says how long it is, and that is not much (413); a form in parts is not taken at all (415), since the server would write its files to a
 * temporary folder in the clear. What of the API is read whole has its end in {@code no.tillit.api.base.WholeBodies}.
 */
public class UnwantedBodies implements ServletExtension {
    private static final AttachmentKey<Boolean> ANSWERED = AttachmentKey.create(Boolean.class);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/";
    private static final List<String> SMALL = List.of(FORM, "application/json");

    /** The most bytes of a form: a list of consents of 5000 rows finds room in it. */
    static final long LONGEST_FORM = 2_000_000;

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(UnwantedBodies::around);
    }

    private static HttpHandler around(HttpHandler next) {
        HttpHandler small = new RequestBufferingHandler(next, 1);
        return exchange -> {
            if (exchange.isRequestComplete()) {
                next.handleRequest(exchange);
                return;
            }
            String type = Objects.requireNonNullElse(
                            exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE), "")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (type.startsWith(PARTS)) {
                refuse(
                        exchange,
                        StatusCodes.UNSUPPORTED_MEDIA_TYPE,
                        "media-type-not-taken",
                        "Nothing here takes a body in parts.");
                return;
            }
            long length = exchange.getRequestContentLength();
            if (type.startsWith(FORM) && (length < 0 || length > LONGEST_FORM)) {
                refuse(
                        exchange,
                        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
                        "too-large",
                        "A form says how long it is, and is no longer than two million bytes.");
                return;
            }
            exchange.addRequestWrapper((factory, same) -> new Wanted(factory.create(), same));
            exchange.addResponseCommitListener(UnwantedBodies::answered);
            (SMALL.stream().anyMatch(type::startsWith) ? small : next).handleRequest(exchange);
        };
    }

    private static void refuse(HttpServerExchange exchange, int status, String code, String detail) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseSender()
                .send("{\"type\":\"urn:tillit:problem:" + code + "\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\"}");
    }

    private static boolean isBusy(int status) {
        return status == StatusCodes.TOO_MANY_REQUESTS || status == StatusCodes.SERVICE_UNAVAILABLE;
    }

    private static void answered(HttpServerExchange exchange) {
        if (isBusy(exchange.getStatusCode()) && !exchange.isRequestComplete()) {
            exchange.setPersistent(false);
            exchange.putAttachment(ANSWERED, true);
            Connectors.terminateRequest(exchange);
        }
    }

    /** A body that ends when the request is answered. */
    private static final class Wanted extends AbstractStreamSourceConduit<StreamSourceConduit> {
        private final HttpServerExchange exchange;

        Wanted(StreamSourceConduit body, HttpServerExchange exchange) {
            super(body);
            this.exchange = exchange;
        }

        private boolean isAnswered() {
            return exchange.getAttachment(ANSWERED) != null;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return isAnswered() ? -1 : super.read(into);
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return isAnswered() ? -1 : super.read(into, offset, length);
        }

        @Override
        public void awaitReadable() throws IOException {
            if (!isAnswered()) {
                super.awaitReadable();
            }
        }

        @Override
        public void awaitReadable(long time, TimeUnit unit) throws IOException {
            if (!isAnswered()) {
                super.awaitReadable(time, unit);
            }
        }
    }
}
