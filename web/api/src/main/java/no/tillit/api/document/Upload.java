package no.tillit.api.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;
import java.util.OptionalLong;
import no.tillit.api.base.Headers;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** What comes with every upload besides its body; the body is the file itself and is never put down anywhere. */
public class Upload {
    private static final int LONGEST_NAME = 255;

    @QueryParam("filename")
    private @Nullable String fileName;

    @HeaderParam(Headers.IDEMPOTENCY_KEY)
    private @Nullable String requestKey;

    @HeaderParam(Headers.PURPOSE)
    private @Nullable Purpose purpose;

    @Context
    private @Nullable HttpServletRequest request;

    /** The file on its way in. */
    public IncomingFile file(InputStream body) {
        String name = PlainText.required("filename", fileName, LONGEST_NAME);
        long declared = request == null ? -1 : request.getContentLengthLong();
        return new IncomingFile(
                body, declared < 0 ? OptionalLong.empty() : OptionalLong.of(declared), name, requestKey);
    }

    /** @throws InvalidInput when none was named */
    public Purpose purpose() {
        if (purpose == null) {
            throw new InvalidInput(
                    "purpose-missing", "purpose", "Say for which purpose you need this, in the header Tillit-Purpose.");
        }
        return purpose;
    }
}
