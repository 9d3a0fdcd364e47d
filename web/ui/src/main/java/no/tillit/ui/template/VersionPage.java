package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.Finding;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateState;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionDetails;
import no.tillit.ui.shell.Language;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One version: how it reads, what is missing, and who may do what with it. */
@Named
@RequestScoped
public class VersionPage {
    @Inject
    private ReadingTemplates reading;

    @Inject
    private EditingTemplate editing;

    @Inject
    private PublishingTemplate publishing;

    @Inject
    private StartingTemplate starting;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Language reader;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable VersionDetails details;
    private @Nullable TemplateSummary template;
    private @Nullable List<Finding> findings;
    private int revision;

    /** What is missing, in words, and the page where it is mended. */
    public record Missing(String text, String href) {}

    public VersionDetails getDetails() {
        VersionDetails read = details == null ? reading.open(id()) : details;
        details = read;
        return read;
    }

    public TemplateSummary getTemplate() {
        TemplateSummary read = template == null ? reading.open(getDetails().template()) : template;
        template = read;
        return read;
    }

    /** The version as it reads in the language chosen. */
    public Preview getPreview() {
        return Preview.of(getDetails(), getLanguage());
    }

    /** The language in the address, or the reader's own. */
    public FormLanguage getLanguage() {
        String asked = table.filter("language");
        return named(asked).or(() -> named(reader.getTag())).orElse(FormLanguage.NB);
    }

    private static Optional<FormLanguage> named(String tag) {
        return Arrays.stream(FormLanguage.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    public List<FormLanguage> getLanguages() {
        return List.of(FormLanguage.values());
    }

    /** What is missing; what is missing in several languages stands in one line. */
    public List<Missing> getMissing() {
        Map<Finding, List<String>> languages = new LinkedHashMap<>();
        for (Finding finding : found()) {
            Finding inAny = new Finding(finding.kind(), finding.topic(), finding.item(), null, finding.sentence());
            FormLanguage language = finding.language();
            List<String> named = languages.computeIfAbsent(inAny, k -> new ArrayList<>());
            if (language != null) {
                named.add(say.text("language." + language.tag()));
            }
        }
        return languages.entrySet().stream()
                .map(e -> new Missing(
                        about(e.getKey()) + in(e.getValue()) + ": "
                                + say.label(e.getKey().kind()),
                        hrefOf(e.getKey())))
                .toList();
    }

    private String about(Finding finding) {
        if (finding.topic() != null) {
            return say.label(finding.topic());
        }
        return finding.item() == null ? say.text("template.whole") : say.it("template.itemNamed", finding.item());
    }

    private static String in(List<String> languages) {
        return languages.isEmpty() || languages.size() == FormLanguage.values().length
                ? ""
                : " (" + String.join(", ", languages) + ")";
    }

    public boolean isDraft() {
        return getDetails().version().state() == TemplateState.DRAFT;
    }

    /** Whether the person may change it. */
    public boolean isEditable() {
        return isDraft() && may(Action.EDIT_TEMPLATE);
    }

    /** Whether a next version can be begun here by the person. */
    public boolean isContinuable() {
        return !isDraft() && may(Action.EDIT_TEMPLATE) && getTemplate().draft().isEmpty();
    }

    /** Whether the person is one of those who publish. */
    public boolean isPublisher() {
        return isDraft() && may(Action.PUBLISH_TEMPLATE);
    }

    /** Whether the person has written on it, and so leaves it to another to publish. */
    public boolean isOwn() {
        return getDetails().version().editors().contains(visitor.getUsername());
    }

    public boolean isComplete() {
        return found().isEmpty();
    }

    /** Publishes the revision that stood on the page. */
    public void publish() {
        publishing.publish(id(), revision);
        way.to(address(id()), "template.published");
    }

    /** Begins the next version, and goes on to it. */
    public void next() {
        way.to(address(starting.nextVersion(getDetails().template())), "template.begun");
    }

    /** Throws the draft away. */
    public void discard() {
        String project = getDetails().project().value().toString();
        editing.discard(id(), revision);
        way.to("/template/templates.xhtml?project=" + project, "template.discarded");
    }

    public int getRevision() {
        return revision == 0 ? getDetails().version().revision() : revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    /** The address of a version's page. */
    static String address(TemplateVersionId id) {
        return "/template/version.xhtml?id=" + id.value();
    }

    private List<Finding> found() {
        List<Finding> read = findings == null ? reading.check(id()) : findings;
        findings = read;
        return read;
    }

    private String hrefOf(Finding finding) {
        String at = "?id=" + id().value();
        var content = getDetails().content();
        if (finding.topic() != null) {
            for (int i = 0; i < content.letter().size(); i++) {
                if (content.letter().get(i).topic() == finding.topic()) {
                    return "/template/section.xhtml" + at + "&number=" + i;
                }
            }
            return "";
        }
        if (finding.item() != null) {
            for (int i = 0; i < content.items().size(); i++) {
                if (content.items().get(i).code().equals(finding.item())) {
                    return "/template/item.xhtml" + at + "&number=" + i;
                }
            }
        }
        return "/template/frame.xhtml" + at;
    }

    private boolean may(Action action) {
        return access.ownPurpose(action, getDetails().project()).isPresent();
    }

    private TemplateVersionId id() {
        return new TemplateVersionId(table.id("id"));
    }
}
