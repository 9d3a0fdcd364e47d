package no.tillit.api.document;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import no.tillit.api.base.Headers;
import no.tillit.api.base.Purposes;
import no.tillit.document.Attachment;
import no.tillit.document.ByteRange;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentId;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One document: what is known of it, the file as it was sent, and the text that was found in it. */
@Path("/documents/{id}")
public class DocumentsResource {
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    @Inject
    private ReadingDocuments reading;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What is known of a document besides what it says")
    public DocumentView open(@PathParam("id") DocumentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        return DocumentView.of(reading.open(id, Purposes.required(purpose)));
    }

    @GET
    @Path("content")
    @Operation(summary = "The file as it was sent; takes a single byte range")
    public Response content(
            @PathParam("id") DocumentId id,
            @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String validator,
            @Context Request asked) {
        DocumentContent content = reading.content(id, Purposes.required(purpose));
        String tag = "\"" + id.value() + "\"";
        if (asked.getMethod().equals("HEAD")) {
            return described(length(content), content, tag);
        }
        Optional<ByteRange> part =
                validator == null || validator.equals(tag) ? ByteRange.read(range, content.length()) : Optional.empty();
        ResponseBuilder answer = part.map(p -> partial(content, p)).orElseGet(() -> whole(content));
        return described(answer, content, tag);
    }

    private static Response described(ResponseBuilder answer, DocumentContent content, String tag) {
        return attachment(answer, content)
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    @GET
    @Path("text")
    @Operation(summary = "The text that was found in the document")
    public Response text(@PathParam("id") DocumentId id, @HeaderParam(Headers.PURPOSE) @Nullable Purpose purpose) {
        DocumentContent content = reading.text(id, Purposes.required(purpose));
        return attachment(whole(content), content).build();
    }

    /** Whoever asks only how long it is has not had it: nothing is opened. */
    private static ResponseBuilder length(DocumentContent content) {
        StreamingOutput nothing = out -> {};
        return Response.ok(nothing).header(HttpHeaders.CONTENT_LENGTH, content.length());
    }

    private static ResponseBuilder whole(DocumentContent content) {
        StreamingOutput body = content::writeTo;
        return Response.ok(body).header(HttpHeaders.CONTENT_LENGTH, content.length());
    }

    private static ResponseBuilder partial(DocumentContent content, ByteRange part) {
        String contentRange = part.contentRange(content.length());
        if (part.equals(ByteRange.UNSATISFIABLE)) {
            return Response.status(UNSATISFIABLE).header("Content-Range", contentRange);
        }
        StreamingOutput body = out -> content.writeTo(out, part.from(), part.toExclusive());
        return Response.status(PARTIAL)
                .entity(body)
                .header("Content-Range", contentRange)
                .header(HttpHeaders.CONTENT_LENGTH, part.length());
    }

    private static ResponseBuilder attachment(ResponseBuilder answer, DocumentContent content) {
        return answer.type(content.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(content.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
