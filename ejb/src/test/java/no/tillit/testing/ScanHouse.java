package no.tillit.testing;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.tillit.access.Role;
import no.tillit.consent.ConsentId;
import no.tillit.consent.Consents;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.FormPdf;
import no.tillit.consent.template.PrintingForms;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.WholeTemplate;
import no.tillit.document.DocumentReceived;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Settings;
import no.tillit.scan.ScanMatch;
import no.tillit.scan.internal.Alone;
import no.tillit.scan.internal.ReadingBatches;
import org.jspecify.annotations.Nullable;

/** A {@link DocumentHouse} with the real reader, a published version to sign, and somebody who prints and scans. */
public final class ScanHouse {
    private final House house;
    private final AProject project;
    private final TemplateVersionId version;

    /** The day on which the version is published. */
    public static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);

    private ScanHouse(House house, AProject project, TemplateVersionId version) {
        this.house = house;
        this.project = project;
        this.version = version;
    }

    /** With blobs in this folder; ingrid calls. */
    public static ScanHouse in(Path blobs) {
        return in(blobs, Map.of());
    }

    /** The same, with settings that differ from the ordinary. */
    public static ScanHouse in(Path blobs, Map<String, String> settings) {
        House house = DocumentHouse.in(blobs);
        house.holding(Settings.class, new Settings() {
            @Override
            public Optional<String> optional(String name) {
                String ordinary =
                        switch (name) {
                            case "tillit.blobs.dir" -> blobs.toString();
                            case "tillit.intake.url" -> IntakeProcess.url();
                            case "tillit.reader.classpath" ->
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
                            default -> null;
                        };
                return Optional.ofNullable(settings.getOrDefault(name, ordinary));
            }
        });
        house.holding(Alone.class, house.the(InItsOwn.class));
        house.observing(
                DocumentReceived.class,
                e -> house.the(Consents.class)
                        .evidenceAttached(
                                new ConsentId(e.attachedTo()), e.document().value()));
        AProject project = AProject.in(house);
        return new ScanHouse(house, project, published(house, project));
    }

    public House house() {
        return house;
    }

    public AProject project() {
        return project;
    }

    public TemplateVersionId version() {
        return version;
    }

    /** A form for somebody, as it comes out of the printer. */
    public FormPdf printedFor(ParticipantId person) {
        ingrid();
        return house.doing(() ->
                house.the(PrintingForms.class).forPerson(person, version, FormLanguage.NB, false, Purpose.RESEARCH));
    }

    /** A form for anybody. */
    public FormPdf blank() {
        ingrid();
        return house.doing(() -> house.the(PrintingForms.class).blank(version, FormLanguage.NB, false));
    }

    /** Reads all that waits, as the timer does. */
    public void read() {
        house.as("system", Role.SYSTEM);
        house.the(ReadingBatches.class).readWaiting();
        ingrid();
    }

    public House ingrid() {
        return house.as("ingrid", Role.RESEARCHER);
    }

    /** What somebody reads on the form. */
    public ScanMatch says(ParticipantId person, boolean recording, @Nullable String number) {
        Map<String, Boolean> answers = new HashMap<>();
        answers.put("interview", true);
        answers.put("audio-recording", recording);
        answers.put("contact-again", false);
        return new ScanMatch(person, new AnsweredForm(version, PUBLISHED, FormLanguage.NB, answers, number), null);
    }

    private static TemplateVersionId published(House house, AProject project) {
        house.on(PUBLISHED).as("solveig", Role.PROJECT_LEAD);
        ReadyMade from = ReadyMade.STUDY_PARTICIPATION;
        TemplateVersionId id =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, "Mal"));
        house.doing(() -> house.the(EditingTemplate.class)
                .save(
                        id,
                        1,
                        Objects.requireNonNull(WholeTemplate.of(from.content()))
                                .forSamples(Set.of(project.consenting())),
                        null));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(id, 2));
        house.as("ingrid", Role.RESEARCHER);
        return id;
    }

    private static class InItsOwn extends Alone {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        InItsOwn() {}

        @Override
        public <T> T call(Supplier<T> work) {
            return house.doing(work::get);
        }

        @Override
        public void run(Runnable work) {
            house.does(work);
        }
    }
}
