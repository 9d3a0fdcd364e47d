package no.tillit.ui.consent;

import java.io.Serializable;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.LifeArea;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** An item of a form that names somebody, as it is being typed: sharing an area with an agency, or linking with a source. */
public class NamedItem implements Serializable {
    static final String LINKAGE = "linkage";
    private static final long serialVersionUID = 1L;

    private String subject = "";
    private String counterpart = "";
    private String answer = "";
    private String until = "";

    boolean isEmpty() {
        return subject.isEmpty() && counterpart.isBlank() && answer.isEmpty();
    }

    /**
     * @param id of the row in the page; its fields are named after it
     * @throws InvalidInput when something of it is missing
     */
    ConsentItem toItem(String id) {
        present(subject, id + ":subject");
        present(counterpart, id + ":counterpart");
        present(answer, id + ":answer");
        try {
            return LINKAGE.equals(subject)
                    ? ConsentItem.of(ItemKind.DATA_LINKAGE, null, counterpart)
                    : ConsentItem.sharing(LifeArea.valueOf(subject), counterpart);
        } catch (InvalidInput refused) {
            throw refused.at(id + ":counterpart");
        }
    }

    private static void present(String value, String field) {
        if (value.isBlank()) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getCounterpart() {
        return counterpart;
    }

    public void setCounterpart(@Nullable String counterpart) {
        this.counterpart = counterpart == null ? "" : counterpart;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer == null ? "" : answer;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }
}
