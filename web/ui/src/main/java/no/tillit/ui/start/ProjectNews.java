package no.tillit.ui.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.BoardCounts;
import no.tillit.consent.ReadingBoard;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantFilter;
import no.tillit.participant.ParticipantSort;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.ParticipantSummary;
import no.tillit.participant.ReadingParticipants;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ProjectSummary;
import no.tillit.project.ReadingProjects;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ScanCounts;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;

/** What goes on in the person's projects; of more than ten projects, in the first ten. */
@RequestScoped
public class ProjectNews {
    private static final PageRequest FEW = new PageRequest(0, 5);
    private static final int MONTHS_AHEAD = 6;

    @Inject
    private ReadingProjects projects;

    @Inject
    private ReadingParticipants participants;

    @Inject
    private ReadingInterviews interviews;

    @Inject
    private ReadingBoard board;

    @Inject
    private Access access;

    @Inject
    private ReadingScans scans;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Inject
    private Say say;

    void gather(List<Tile> tiles, List<Card> waiting, List<Card> blocked) {
        long active = 0;
        long closed = 0;
        long unwritten = 0;
        for (ProjectSummary project : mine()) {
            active += people(project.id(), ParticipantState.ACTIVE).total();
            Page<ParticipantSummary> away = people(project.id(), ParticipantState.BLOCKED);
            closed += away.total();
            away.items().forEach(p -> blocked.add(card(p, project)));
            tellConsents(project, waiting);
            if (visitor.is("researcher")) {
                Page<InterviewSummary> held = unwritten(project.id());
                unwritten += held.total();
                held.items().forEach(i -> waiting.add(card(i, project)));
            }
        }
        tiles.add(tile(active, "start.tile.participants", "/participant/participants.xhtml?state=ACTIVE"));
        if (visitor.is("researcher")) {
            tiles.add(tile(unwritten, "start.tile.interviews", "/interview/interviews.xhtml?state=HELD"));
        }
        tiles.add(tile(closed, "start.tile.blocked", "/participant/participants.xhtml?state=BLOCKED"));
    }

    /** What of a project's consents waits for somebody: a form for a second person, a yes that runs out for the lead. */
    private void tellConsents(ProjectSummary project, List<Card> waiting) {
        BoardCounts counts = board.counts(project.id(), visitor.getPurpose());
        String id = "?project=" + project.id().value();
        if (counts.unchecked() > 0) {
            waiting.add(new Card(
                    say.text("start.unchecked"),
                    say.it("start.uncheckedSub", counts.unchecked(), project.name()),
                    "/consent/unchecked.xhtml" + id,
                    null));
        }
        access.ownPurpose(Action.READ_SCAN, project.id()).ifPresent(purpose -> {
            ScanCounts scanned = scans.counts(project.id(), purpose);
            if (scanned.proposed() + scanned.byHand() > 0) {
                waiting.add(new Card(
                        say.text("start.scans"),
                        say.it("start.scansSub", scanned.proposed(), scanned.byHand(), project.name()),
                        "/scan/scans.xhtml" + id,
                        null));
            }
        });
        if (counts.expiring() > 0 && visitor.is("project-lead")) {
            waiting.add(new Card(
                    say.text("start.expiring"),
                    say.it("start.expiringSub", counts.expiring(), project.name()),
                    "/consent/board.xhtml" + id + "&status=EXPIRES_SOON",
                    null));
        }
    }

    /** Lists are of one project: a number that sums several leads to none of them. */
    private Tile tile(long count, String key, String href) {
        return new Tile(count, say.text(key), mine().size() == 1 ? href : "");
    }

    void due(List<Card> due) {
        LocalDate horizon = clock.today().plusMonths(MONTHS_AHEAD);
        for (ProjectSummary summary : mine()) {
            ProjectDetails project = projects.open(summary.id());
            String href = "/project/project.xhtml?id=" + project.id().value();
            if (!project.endsOn().isAfter(horizon)) {
                due.add(card(say.it("start.ends", project.name()), project.endsOn(), href));
            }
            LocalDate followUp = nextFollowUp(project);
            if (!followUp.isAfter(horizon) && followUp.isBefore(project.endsOn())) {
                due.add(card(say.it("start.followUp", project.name()), followUp, href));
            }
        }
    }

    /** The next day, today or later, on which Sikt follows the project up (O-03). */
    private LocalDate nextFollowUp(ProjectDetails project) {
        LocalDate next = project.assessedOn().plusMonths(project.followUpMonths());
        for (int i = 2; next.isBefore(clock.today()); i++) {
            next = project.assessedOn().plusMonths((long) i * project.followUpMonths());
        }
        return next;
    }

    private List<ProjectSummary> mine() {
        return chosen.getAll().stream().limit(10).toList();
    }

    private Page<ParticipantSummary> people(ProjectId project, ParticipantState state) {
        return participants.page(
                project,
                new ParticipantFilter(state, null, null),
                ParticipantSort.REGISTERED_DESCENDING,
                FEW,
                visitor.getPurpose());
    }

    private Page<InterviewSummary> unwritten(ProjectId project) {
        return interviews.page(
                project,
                new InterviewFilter(null, InterviewState.HELD, null, null),
                InterviewSort.HELD_DESCENDING,
                FEW,
                visitor.getPurpose());
    }

    private Card card(ParticipantSummary participant, ProjectSummary project) {
        return new Card(
                participant.pseudonym().value(),
                say.it("start.blockedText", project.name()),
                "/participant/participant.xhtml?id=" + participant.id().value(),
                null);
    }

    private Card card(InterviewSummary interview, ProjectSummary project) {
        String people = interview.participants().stream()
                .map(InterviewSummary.Person::pseudonym)
                .collect(Collectors.joining(", "));
        return new Card(
                say.text("start.interview"),
                say.it("start.interviewSub", people, say.date(interview.heldOn()), project.name()),
                "/interview/interview.xhtml?id=" + interview.id().value(),
                null);
    }

    private Card card(String title, LocalDate day, String href) {
        return new Card(title, say.dateAndDistance(day), href, day);
    }
}
