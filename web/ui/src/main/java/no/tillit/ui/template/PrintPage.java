package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.FormPdf;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.participant.ParticipantPage;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Prints a form for a participant; each print has a number of its own. */
@Named
@RequestScoped
public class PrintPage {
    @Inject
    private ReadingTemplates reading;

    @Inject
    private PrintingForms printing;

    @Inject
    private ParticipantPage participant;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable List<SelectItem> versions;
    private String version = "";
    private String language = "nb";
    private boolean largePrint;

    /** Sends the form to the browser. */
    public void print() {
        FormPdf form = printing.forPerson(
                new ParticipantId(table.id("id")),
                new TemplateVersionId(UUID.fromString(version)),
                FormLanguage.of(language),
                largePrint,
                visitor.getPurpose());
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.responseReset();
        answer.setResponseContentType("application/pdf");
        answer.setResponseContentLength(form.pdf().length);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + form.fileName() + "\"");
        try {
            answer.getResponseOutputStream().write(form.pdf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** The versions that people sign now. */
    public List<SelectItem> getVersions() {
        if (versions == null) {
            versions = reading.in(participant.getParticipant().project()).stream()
                    .flatMap(template -> template.current().stream()
                            .map(v -> new SelectItem(
                                    v.id().value().toString(), say.it("template.choice", template.name(), v.number()))))
                    .toList();
        }
        return versions;
    }

    public List<SelectItem> getLanguages() {
        return Arrays.stream(FormLanguage.values())
                .map(l -> new SelectItem(l.tag(), say.text("language." + l.tag())))
                .toList();
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isLargePrint() {
        return largePrint;
    }

    public void setLargePrint(boolean largePrint) {
        this.largePrint = largePrint;
    }
}
