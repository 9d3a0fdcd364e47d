package no.tillit.ui.retention;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import no.tillit.retention.DisposalDecision;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.NewSchedule;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionPeriod;
import no.tillit.retention.Schedule;
import no.tillit.retention.Schedule.Words;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One schedule: its versions, and the form that puts a new one into force. Without a code in the address, a new schedule. */
@Named
@RequestScoped
public class SchedulePage {
    @Inject
    private EditingSchedules editing;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private List<Schedule> versions = List.of();
    private String code = "";
    private RecordKind covers = RecordKind.CONTACT;
    private RetentionEvent starts = RetentionEvent.LAST_CONTACT;
    private @Nullable LocalDate startsOn;
    private int years;
    private int months;
    private int days;
    private DisposalDecision disposal = DisposalDecision.DISPOSE;
    private String authority = "";
    private String nb = "";
    private String nn = "";
    private String en = "";
    private boolean inForce = true;
    private int seen;

    @PostConstruct
    void read() {
        code = table.filter("schedule");
        if (!isFresh()) {
            versions = editing.versions(chosen.require(), code, visitor.getPurpose());
            show(versions.get(0));
        }
    }

    private void show(Schedule now) {
        covers = now.covers();
        starts = now.starts();
        startsOn = now.startsOn();
        years = now.period().years();
        months = now.period().months();
        days = now.period().days();
        disposal = now.disposal();
        authority = now.authority();
        nb = now.words().nb();
        nn = now.words().nn();
        en = now.words().en();
        inForce = now.inForce();
        seen = now.version();
    }

    public boolean isFresh() {
        return table.filter("schedule").isEmpty();
    }

    /** Puts the form's content into force. */
    public void save() {
        var wanted = new NewSchedule(
                code,
                covers,
                starts,
                starts == RetentionEvent.DATE ? startsOn : null,
                new RetentionPeriod(years, months, days),
                disposal,
                authority,
                new Words(nb, nn, en),
                inForce);
        Schedule put = editing.put(chosen.require(), wanted, seen, visitor.getPurpose());
        way.to(
                "/retention/schedules.xhtml?project=" + chosen.getId(),
                put.inForce() ? "schedule.saved" : "schedule.ended");
    }

    public List<Schedule> getVersions() {
        return versions;
    }

    public List<SelectItem> getKinds() {
        return say.options(Arrays.asList(RecordKind.values()));
    }

    public List<SelectItem> getEvents() {
        return say.options(Arrays.stream(RetentionEvent.values())
                .filter(RetentionEvent::startsSchedules)
                .toList());
    }

    public List<SelectItem> getDecisions() {
        return say.options(Arrays.asList(DisposalDecision.values()));
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public RecordKind getCovers() {
        return covers;
    }

    public void setCovers(RecordKind covers) {
        this.covers = covers;
    }

    public RetentionEvent getStarts() {
        return starts;
    }

    public void setStarts(RetentionEvent starts) {
        this.starts = starts;
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    public int getYears() {
        return years;
    }

    public void setYears(int years) {
        this.years = years;
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public DisposalDecision getDisposal() {
        return disposal;
    }

    public void setDisposal(DisposalDecision disposal) {
        this.disposal = disposal;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getNb() {
        return nb;
    }

    public void setNb(String nb) {
        this.nb = nb;
    }

    public String getNn() {
        return nn;
    }

    public void setNn(String nn) {
        this.nn = nn;
    }

    public String getEn() {
        return en;
    }

    public void setEn(String en) {
        this.en = en;
    }

    public boolean isInForce() {
        return inForce;
    }

    public void setInForce(boolean inForce) {
        this.inForce = inForce;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
