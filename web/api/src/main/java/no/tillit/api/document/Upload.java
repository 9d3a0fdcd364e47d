package no.tillit.api.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import no.tillit.api.base.Headers;
import no.tillit.document.IncomingFile;
import no.tillit.document.SentName;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Purpose;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What comes with every upload besides its body; the body is the file itself and is never put down anywhere. */
public class Upload {
    private static final Pattern NAMED_IN_ADDRESS = Pattern.compile("(?i)(^|&)file_?name=");

    @HeaderParam(Headers.FILE_NAME)
    @Parameter(description = "The file's name, as percent-encoded UTF-8; never in the address, which is logged")
    private @Nullable String fileName;

    @HeaderParam(Headers.IDEMPOTENCY_KEY)
    private @Nullable String requestKey;

    @HeaderParam(Headers.PURPOSE)
    private @Nullable Purpose purpose;

    @Context
    private @Nullable HttpServletRequest request;

    /** The file on its way in. */
    public IncomingFile file(InputStream body) {
        if (request != null
                && NAMED_IN_ADDRESS
                        .matcher(Objects.toString(request.getQueryString(), ""))
                        .find()) {
            throw new InvalidInput(
                    "filename-in-address",
                    "filename",
                    "Send the file's name in the header Tillit-Filename, percent-encoded: addresses are logged on their way.");
        }
        String name = SentName.read(fileName);
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
