package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.tillit.audit.ManyPeople;
import no.tillit.oversight.WatchingVolumes;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Who took out or read about many people in a day, for those who oversee: each opens the log where it says so. */
@Named
@RequestScoped
public class VolumeNews {
    @Inject
    private WatchingVolumes watching;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    private @Nullable List<Card> cards;

    public List<Card> getCards() {
        List<Card> read = cards == null ? read() : cards;
        cards = read;
        return read;
    }

    private List<Card> read() {
        return visitor.is("privacy-officer auditor")
                ? watching.latest().stream().map(this::card).toList()
                : List.of();
    }

    private Card card(ManyPeople many) {
        return new Card(
                say.it("start.volume.who", many.actor(), many.people()),
                say.it("start.volume.what", say.action(many.action()), say.date(many.day())),
                "/audit/entries.xhtml?actor=" + encoded(many.actor()) + "&action=" + encoded(many.action()) + "&from="
                        + many.day() + "&to=" + many.day(),
                many.day());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
