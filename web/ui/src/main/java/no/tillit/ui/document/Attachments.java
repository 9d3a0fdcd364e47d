package no.tillit.ui.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentType;
import no.tillit.ui.shell.Say;

/** What can be attached to what, for the upload form. */
@Named
@RequestScoped
public class Attachments {
    @Inject
    private Say say;

    /** The document types that hang on this kind of record, in words. */
    public List<SelectItem> types(String attachedTo) {
        return say.ticks(fitting(attachedTo).toList());
    }

    /** The file endings they may have, for the browser's file dialogue. */
    public String accept(String attachedTo) {
        return endings(attachedTo).map(e -> "." + e).collect(Collectors.joining(","));
    }

    /** The file endings they may have, in words. */
    public String help(String attachedTo) {
        return say.it("attach.formats", endings(attachedTo).collect(Collectors.joining(", ")));
    }

    private static Stream<DocumentType> fitting(String attachedTo) {
        AttachedTo kind = AttachedTo.valueOf(attachedTo);
        return Arrays.stream(DocumentType.values()).filter(t -> t.attachedTo() == kind);
    }

    private static Stream<String> endings(String attachedTo) {
        return fitting(attachedTo)
                .flatMap(t -> t.formats().stream())
                .flatMap(f -> f.extensions().stream())
                .distinct()
                .sorted();
    }
}
