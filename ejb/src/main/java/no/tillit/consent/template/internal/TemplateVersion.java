package no.tillit.consent.template.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.LetterFacts;
import no.tillit.consent.template.ReAsk;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateId;
import no.tillit.consent.template.TemplateState;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionSummary;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** A version is written until a second person publishes it, and is never changed after that; the database holds this too. */
@Entity
@Table(name = "consent_template_version")
public class TemplateVersion {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "template_id")
    private UUID template;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "number")
    private int number;

    @Column(name = "code")
    private String code;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    private TemplateState state;

    @Column(name = "revision")
    private int revision;

    @Column(name = "content")
    private String content;

    @Column(name = "reask")
    @Enumerated(EnumType.STRING)
    private ReAsk.@Nullable Whom reAsk;

    @Column(name = "reask_items")
    private String reAskItems = "";

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "edited_by")
    private String editedBy;

    /** Everybody who has changed the draft, a name a line. */
    @Column(name = "editors")
    private String editors;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable String publishedBy;

    @Column(name = "project_name")
    private @Nullable String projectName;

    @Column(name = "controller")
    private @Nullable String controller;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @SuppressWarnings("NullAway.Init")
    protected TemplateVersion() {}

    public TemplateVersion(
            ConsentTemplate template, int number, String code, TemplateContent content, Instant at, String by) {
        this.id = TemplateVersionId.random().value();
        this.template = template.id().value();
        this.project = template.project().value();
        this.number = number;
        this.code = code;
        this.state = TemplateState.DRAFT;
        this.revision = 1;
        this.content = TemplateWriter.write(content);
        this.editedAt = at;
        this.editedBy = by;
        this.editors = by;
    }

    /**
     * Saves it as it now is; a save that changes nothing leaves no trace, so that nobody becomes the last to have written by it.
     *
     * @throws Conflict when it is published, or somebody has saved it since this revision was read
     */
    public void edit(int seen, TemplateContent wanted, @Nullable ReAsk asks, Instant at, String by) {
        requireDraft(seen);
        String text = TemplateWriter.write(wanted);
        ReAsk.Whom whom = asks == null ? null : asks.whom();
        String about = asks == null
                ? ""
                : asks.items().stream().map(ItemKind::name).sorted().collect(Collectors.joining(" "));
        if (TemplateXml.read(text).equals(content()) && whom == reAsk && about.equals(reAskItems)) {
            return;
        }
        content = text;
        reAsk = whom;
        reAskItems = about;
        revision++;
        editedAt = at;
        editedBy = by;
        if (!isEditor(by)) {
            editors = editors + "\n" + by;
        }
    }

    /** Whether this person has written on it, ever since it was begun. */
    public boolean isEditor(String username) {
        return editors().contains(username);
    }

    private List<String> editors() {
        return editors.isEmpty() ? List.of() : List.of(editors.split("\n", -1));
    }

    /** @throws Conflict when it is published, changed since it was read, or the publisher has written on it */
    public void publish(int seen, LetterFacts facts, Instant at, String by) {
        requireDraft(seen);
        if (isEditor(by)) {
            throw new Conflict(
                    "second-reader-needed",
                    "You have written on this draft. Somebody who has not reads and publishes it.");
        }
        state = TemplateState.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        projectName = facts.project();
        controller = facts.controller();
        endsOn = facts.endsOn();
    }

    /** @throws Conflict when it is published, or somebody has saved it since this revision was read */
    public void requireDraft(int seen) {
        if (state != TemplateState.DRAFT) {
            throw new Conflict("version-published", "This version is published and never changes. Begin a new one.");
        }
        if (revision != seen) {
            throw new Conflict("draft-changed", "Somebody has saved this draft since you read it. Read it again.");
        }
    }

    public TemplateVersionId id() {
        return new TemplateVersionId(id);
    }

    public TemplateId template() {
        return new TemplateId(template);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public int number() {
        return number;
    }

    public String code() {
        return code;
    }

    public boolean isPublished() {
        return state == TemplateState.PUBLISHED;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public TemplateContent content() {
        return TemplateXml.read(content);
    }

    public @Nullable ReAsk reAsk() {
        return reAsk == null ? null : new ReAsk(reAsk, items());
    }

    /** What the approval said on the day of publishing; null for a draft. */
    public @Nullable LetterFacts facts() {
        return projectName == null || controller == null || endsOn == null
                ? null
                : new LetterFacts(projectName, controller, endsOn);
    }

    public VersionSummary toSummary() {
        return new VersionSummary(
                id(), number, code, state, revision, editedAt, editedBy, editors(), publishedAt, publishedBy);
    }

    private Set<ItemKind> items() {
        return Arrays.stream(reAskItems.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(ItemKind::valueOf)
                .collect(Collectors.toSet());
    }
}
