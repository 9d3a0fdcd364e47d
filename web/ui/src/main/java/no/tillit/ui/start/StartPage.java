package no.tillit.ui.start;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;

/** Answers the three questions of a working day: what waits for me, what is due soon, what is blocked. */
@Named
@RequestScoped
public class StartPage {
    @Inject
    private Visitor visitor;

    @Inject
    private ChosenProject chosen;

    @Inject
    private ProjectNews projects;

    @Inject
    private DeletionNews deletions;

    @Inject
    private AnonymisedNews anonymised;

    @Inject
    private RetentionNews retention;

    @Inject
    private Say say;

    private final List<Tile> tiles = new ArrayList<>();
    private final List<Card> waiting = new ArrayList<>();
    private final List<Card> due = new ArrayList<>();
    private final List<Card> blocked = new ArrayList<>();

    @PostConstruct
    void gather() {
        if (visitor.is("privacy-officer project-lead")) {
            deletions.gather(tiles, waiting);
        }
        if (visitor.is("researcher caseworker project-lead")) {
            projects.gather(tiles, waiting, blocked);
        }
        anonymised.gather(waiting);
        if (isWatching()) {
            projects.due(due);
        }
        if (visitor.is("privacy-officer project-lead")) {
            retention.due(due);
        }
        due.sort(Comparator.comparing(card -> Objects.requireNonNull(card.day())));
    }

    /** How many projects the person has to do with. */
    public String getLead() {
        int count = chosen.getAll().size();
        return isWatching()
                ? say.it(visitor.is("privacy-officer auditor") ? "start.leadAll" : "start.lead", count)
                : "";
    }

    /** Whether there are projects in the person's work at all. */
    public boolean isWatching() {
        return visitor.is("researcher caseworker project-lead privacy-officer auditor");
    }

    /** Whether the person works in projects, and so meets blocked participants. */
    public boolean isWorking() {
        return visitor.is("researcher caseworker project-lead");
    }

    /** Whether anything can wait for the person. */
    public boolean isAwaited() {
        return visitor.is("researcher caseworker project-lead privacy-officer");
    }

    public List<Tile> getTiles() {
        return tiles;
    }

    public List<Card> getWaiting() {
        return waiting;
    }

    public List<Card> getDue() {
        return due;
    }

    public List<Card> getBlocked() {
        return blocked;
    }
}
