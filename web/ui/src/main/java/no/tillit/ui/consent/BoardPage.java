package no.tillit.ui.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.BoardCounts;
import no.tillit.consent.BoardFilter;
import no.tillit.consent.BoardRow;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ReadingBoard;
import no.tillit.consent.template.AskingAgain;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** The board of the chosen project: who has answered what, who is missing, what runs out, what waits for a check. */
@Named
@RequestScoped
public class BoardPage {
    @Inject
    private ReadingBoard board;

    @Inject
    private AskingAgain asking;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable Page<BoardRow> page;
    private @Nullable BoardCounts counts;

    public Page<BoardRow> getPage() {
        Page<BoardRow> read = page == null
                ? board.page(chosen.require(), filter(table), table.request(), visitor.getPurpose())
                : page;
        page = read;
        return read;
    }

    public BoardCounts getCounts() {
        BoardCounts read = counts == null ? board.counts(chosen.require(), visitor.getPurpose()) : counts;
        counts = read;
        return read;
    }

    /** The counts, each with the list it counts. */
    public List<Tile> getTiles() {
        String board = "/consent/board.xhtml?project=" + chosen.getId();
        BoardCounts all = getCounts();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(all.participants(), say.text("board.tile.participants"), board));
        tiles.add(new Tile(all.missing(), say.text("board.tile.missing"), board + "&status=MISSING"));
        tiles.add(new Tile(all.expiring(), say.text("board.tile.expiring"), board + "&status=EXPIRES_SOON"));
        tiles.add(new Tile(
                all.unchecked(),
                say.text("board.tile.unchecked"),
                "/consent/unchecked.xhtml?project=" + chosen.getId()));
        tiles.add(new Tile(
                asking.page(chosen.require(), new PageRequest(0, 1), visitor.getPurpose())
                        .total(),
                say.text("board.tile.askAgain"),
                "/consent/ask-again.xhtml?project=" + chosen.getId()));
        return tiles;
    }

    /** How many stand so for the item. */
    public long count(ConsentItem item, ConsentState state) {
        return getCounts().items().stream()
                .filter(c -> c.item().equals(item) && c.state() == state)
                .mapToLong(BoardCounts.ItemCount::participants)
                .sum();
    }

    /** The columns: each kind of item, and of sharing and linking each that somebody was asked about by name. */
    public List<ConsentItem> getItems() {
        return getCounts().asked();
    }

    public List<ConsentState> getStates() {
        return List.of(
                ConsentState.GIVEN,
                ConsentState.REFUSED,
                ConsentState.WITHDRAWN,
                ConsentState.REVOKED,
                ConsentState.EXPIRED,
                ConsentState.INVALIDATED);
    }

    public List<BoardStatus> getStatuses() {
        return Arrays.asList(BoardStatus.values());
    }

    public boolean isFiltered() {
        return table.asked("q").isPresent()
                || table.asked("item").isPresent()
                || table.asked("status").isPresent();
    }

    /** Whether the visitor may take the board away as a table. */
    public boolean isExporter() {
        return access.ownPurpose(Action.EXPORT_CONSENTS, chosen.require()).isPresent();
    }

    private static @Nullable ConsentItem asked(Table table) {
        try {
            return table.asked("item").map(ConsentItem::named).orElse(null);
        } catch (InvalidInput unknown) {
            return null;
        }
    }

    static BoardFilter filter(Table table) {
        return new BoardFilter(
                asked(table), table.asked("status", BoardStatus.class).orElse(null), table.filter("q"));
    }
}
