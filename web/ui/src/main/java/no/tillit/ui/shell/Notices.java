package no.tillit.ui.shell;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What went well, told on the page that follows and once only. */
@Named
@SessionScoped
public class Notices implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> waiting = new ArrayList<>();

    /** Keeps a sentence, in the reader's language, for the next page. */
    public void add(String sentence) {
        synchronized (waiting) {
            waiting.add(sentence);
        }
    }

    /** The sentences that wait; they are not told again. */
    public List<String> take() {
        synchronized (waiting) {
            List<String> taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }
}
