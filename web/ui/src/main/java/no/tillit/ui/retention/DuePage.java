package no.tillit.ui.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.kernel.Page;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.retention.DueList;
import no.tillit.retention.DueMonth;
import no.tillit.retention.DueOverview;
import no.tillit.retention.DueRecord;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.NotingEvents;
import no.tillit.retention.ReadingDue;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.Schedule;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Tile;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** What goes when in the chosen project, what somebody has to look at, what is held and what is preserved (O-21). */
@Named
@RequestScoped
public class DuePage {
    private static final String PATH = "/retention/due.xhtml";

    @Inject
    private ReadingDue reading;

    @Inject
    private EditingSchedules schedules;

    @Inject
    private NotingEvents noting;

    @Inject
    private Participants participants;

    @Inject
    private ChosenProject chosen;

    @Inject
    private FateWords words;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Language language;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<ParticipantId, ParticipantRef> people = new HashMap<>();
    private @Nullable Page<DueRecord> page;
    private @Nullable DueOverview overview;
    private @Nullable List<Schedule> all;

    public Page<DueRecord> getPage() {
        Page<DueRecord> read = page == null ? read() : page;
        page = read;
        return read;
    }

    public DueOverview getOverview() {
        DueOverview read =
                overview == null ? reading.overview(chosen.require(), until(), visitor.getPurpose()) : overview;
        overview = read;
        return read;
    }

    /** The lists, each with how many there are in it. */
    public List<Tile> getTiles() {
        DueOverview counts = getOverview();
        return List.of(
                tile(counts.due(), DueList.DISPOSE),
                tile(counts.review(), DueList.REVIEW),
                tile(counts.held(), DueList.HELD),
                tile(counts.preserved(), DueList.PRESERVED));
    }

    public DueList getList() {
        return table.asked("list", DueList.class).orElse(DueList.DISPOSE);
    }

    public List<DueList> getLists() {
        return Arrays.asList(DueList.values());
    }

    /** Whether the list's records stand in it because of their day. */
    public boolean isDated() {
        return getList() == DueList.DISPOSE || getList() == DueList.REVIEW;
    }

    public boolean isReviewing() {
        return getList() == DueList.REVIEW
                && access.ownPurpose(Action.REVIEW_RETENTION, chosen.require()).isPresent();
    }

    /** Whether the person may make the report to Sikt. */
    public boolean isReporting() {
        return access.ownPurpose(Action.REPORT_TO_SIKT, chosen.require()).isPresent();
    }

    /** Whose the record is: the pseudonym, or in words that it is several people's or nobody's. */
    public String subject(DueRecord record) {
        ParticipantRef ref = record.participant() == null ? null : people.get(record.participant());
        return ref == null ? say.text("due.several") : ref.pseudonym().value();
    }

    /** The page of the record; empty for what has none of its own. */
    public String href(DueRecord record) {
        return switch (record.kind().step()) {
            case "document" -> "/document/document.xhtml?id=" + record.record();
            case "interview" -> visitor.is("auditor") ? "" : "/interview/interview.xhtml?id=" + record.record();
            case "spoken-part" -> "";
            default -> visitor.is("auditor") ? "" : "/participant/participant.xhtml?id=" + record.record();
        };
    }

    /** Why it stands in the list. */
    public String why(DueRecord record) {
        return schedules().stream()
                .filter(s -> s.code().equals(record.schedule()))
                .findFirst()
                .map(words::words)
                .orElseGet(() -> say.text("retention." + record.reason()));
    }

    /** Somebody has looked at the record, and it stays. */
    public void keep(String kind, String record) {
        noting.note(
                chosen.require(),
                RetentionEvent.REVIEWED,
                RecordKind.valueOf(kind),
                java.util.UUID.fromString(record),
                null,
                visitor.getPurpose());
        way.to(PATH + "?project=" + chosen.getId() + "&list=REVIEW", "due.kept");
    }

    /** The month in words. */
    public String month(DueMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.getLocale()).format(month.month());
    }

    /** How long the bar of a month is, of a hundred; what there is always shows. */
    public long bar(long records) {
        long most =
                getOverview().months().stream().mapToLong(DueMonth::total).max().orElse(1);
        return records == 0 ? 0 : Math.max(1, 100 * records / most);
    }

    private Tile tile(long count, DueList list) {
        return new Tile(
                count,
                say.text("due.tile." + list.name()),
                PATH + "?project=" + chosen.getId() + "&list=" + list.name());
    }

    private @Nullable LocalDate until() {
        return table.day("until");
    }

    private Page<DueRecord> read() {
        Page<DueRecord> read = reading.page(
                chosen.require(),
                getList(),
                table.asked("kind", RecordKind.class).orElse(null),
                until(),
                table.request(),
                visitor.getPurpose());
        people.putAll(participants.refs(read.items().stream()
                .map(DueRecord::participant)
                .filter(Objects::nonNull)
                .toList()));
        return read;
    }

    private List<Schedule> schedules() {
        List<Schedule> read = all == null ? schedules.all(chosen.require(), visitor.getPurpose()) : all;
        all = read;
        return read;
    }
}
