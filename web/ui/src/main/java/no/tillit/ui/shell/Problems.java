package no.tillit.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.html.HtmlSelectOneRadio;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What stands in the way of a form, each with the field where it can be mended. */
@Named
@RequestScoped
public class Problems {
    private static final Set<String> ONE_MORE = Set.of("addSample", "addNamed");

    @Inject
    private Say say;

    /** A sentence, and the id of the field it is about; the id is empty when it is about none. */
    public record Problem(String field, String text) {}

    /** Tells the refusal in the reader's words, at its field when it names one that the page has. */
    public void add(Refusal refusal) {
        String field = refusal instanceof InvalidInput invalid ? invalid.field() : "";
        String sentence = say.refusal(refusal);
        add(field, refusal.code().equals("missing") ? named(field, sentence) : sentence);
    }

    /** "Fill in this field" says in a summary of several fields which one it means. */
    private static String named(String field, String sentence) {
        String name = labelOf(field).replaceAll("\\?$", "");
        if (name.isEmpty()) {
            return sentence;
        }
        return name + ": " + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String labelOf(String field) {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<String> label = new ArrayList<>();
        if (!field.isEmpty()) {
            faces.getViewRoot().invokeOnComponent(faces, field, (context, component) -> {
                Object said = component.getAttributes().get("label");
                if (said != null) {
                    label.add(said.toString());
                }
            });
        }
        return label.isEmpty() ? "" : label.get(0);
    }

    /** Adds a sentence at a field, which may be empty. */
    public void add(String field, String sentence) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean known =
                !field.isEmpty() && faces.getViewRoot().invokeOnComponent(faces, field, (context, component) -> {});
        faces.addMessage(known ? field : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
    }

    /** All of them, in the order of the page. */
    public List<Problem> getAll() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Problem> all = new ArrayList<>();
        faces.getClientIdsWithMessages()
                .forEachRemaining(id -> faces.getMessageList(id)
                        .forEach(message ->
                                all.add(new Problem(id == null ? "" : anchor(faces, id), message.getSummary()))));
        return all;
    }

    /** Where a link to the field leads: of radio buttons to the first, since the list around them takes no focus. */
    private static String anchor(FacesContext faces, String id) {
        List<String> anchor = new ArrayList<>(List.of(id));
        faces.getViewRoot().invokeOnComponent(faces, id, (context, component) -> {
            if (component instanceof HtmlSelectOneRadio) {
                anchor.set(0, id + ":0");
            }
        });
        return anchor.get(0);
    }

    public boolean isAny() {
        return !FacesContext.getCurrentInstance().getMessageList().isEmpty();
    }

    /** Whether the form was sent only to get more of its fields: then what is empty is not yet missing. */
    public boolean isLenient() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().keySet().stream()
                .anyMatch(ONE_MORE::contains);
    }

    /** The ids of what a screen reader reads with this field. */
    public String describedBy(String field, @Nullable String help) {
        String first = help == null || help.isEmpty() ? "" : field + "-help ";
        return (first + (at(field).isEmpty() ? "" : field + "-error")).strip();
    }

    /** The sentence at this field, or an empty text. */
    public String at(String field) {
        List<FacesMessage> messages = FacesContext.getCurrentInstance().getMessageList(field);
        return messages.isEmpty() ? "" : messages.get(0).getSummary();
    }
}
