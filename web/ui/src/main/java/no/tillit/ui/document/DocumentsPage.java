package no.tillit.ui.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.Page;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The documents of the chosen project. */
@Named
@RequestScoped
public class DocumentsPage {
    @Inject
    private ReadingDocuments documents;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable Page<DocumentSummary> page;

    public Page<DocumentSummary> getPage() {
        Page<DocumentSummary> read = page == null ? read() : page;
        page = read;
        return read;
    }

    public List<DocumentType> getTypes() {
        return Arrays.asList(DocumentType.values());
    }

    public List<DocumentState> getStates() {
        return Arrays.asList(DocumentState.values());
    }

    /** Whether the list is cut by anything the person chose. */
    public boolean isFiltered() {
        return table.asked("q").isPresent()
                || table.asked("type").isPresent()
                || table.asked("state").isPresent();
    }

    private Page<DocumentSummary> read() {
        var filter = new DocumentFilter(
                table.asked("type", DocumentType.class).orElse(null),
                table.asked("state", DocumentState.class).orElse(null),
                table.filter("q"),
                null,
                null);
        return documents.page(
                chosen.require(),
                filter,
                DocumentSort.named(table.sort("-received")),
                table.request(),
                visitor.getPurpose());
    }
}
