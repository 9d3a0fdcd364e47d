package no.tillit.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.internal.ErasingConsents;
import no.tillit.document.DocumentType;
import no.tillit.document.internal.ErasingDocuments;
import no.tillit.erasure.internal.CarryingOutDeletion;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.erasure.internal.batch.CertifyErasure;
import no.tillit.erasure.internal.batch.DestroyKeys;
import no.tillit.erasure.internal.batch.RegisterErasure;
import no.tillit.erasure.internal.batch.VerifyErasure;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.NewInterview;
import no.tillit.interview.internal.ErasingInterviews;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactRegister;
import no.tillit.participant.internal.ErasingContact;
import no.tillit.participant.internal.ErasingParticipant;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.EndDates;
import no.tillit.storage.SteppingDisk;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.AProject;
import no.tillit.testing.DeletionRun;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.PartsRun;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.files.SampleFiles;
import org.jspecify.annotations.Nullable;

/**
 * A node in a process of its own that carries out a deletion with the batch job's own steps, on real databases and files. It
 * counts every statement, every commit and every step on the disk, and stops before the one it is told, to be killed there.
 */
final class ErasingChild {
    static final LocalDate DAY = AProject.ENDS.plusDays(1);
    private static final int PEOPLE = 8;
    private static final int RECORDINGS = 3;

    /** Small, so that there are many to be killed in, and one after the other is done between two kills. */
    private static final int CHUNK = 3;

    /** So that most of what goes, goes in parts at once: four of recordings and interviews, two of the rest. */
    private static final int ITEMS_EACH = 4;

    private final Path folder;
    private int stop;
    private final House house;
    private int steps;

    private ErasingChild(Path folder, int stop) {
        this.folder = folder;
        this.stop = stop;
        TestDatabases.seenThrough(this::counting);
        house = DocumentHouse.over(new FileStorage(folder.resolve("blobs"), new SteppingDisk((n, name) -> step(name))));
        house.holding(
                        ErasureRegister.class,
                        new ErasureRegister(TestDatabases.keys(), new RegisterFile(folder.resolve("register"))))
                .holding(LogEvidence.class, new DeletionRun.MadeUpEvidence())
                .with(EndDates.class, house.the(ApprovalEndDates.class));
        for (Class<? extends ErasureStep> step : List.of(
                ErasingDocuments.class,
                ErasingInterviews.class,
                ErasingConsents.class,
                ErasingContact.class,
                ErasingParticipant.class)) {
            house.with(ErasureStep.class, house.the(step));
        }
    }

    /**
     * Arguments: {@code prepare} or {@code run}, the folder, the step to stop before (below 0: so many after the
     * first of erasing items), the minute of the day.
     */
    public static void main(String[] arguments) throws Exception {
        ErasingChild child = new ErasingChild(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        if (arguments[0].equals("prepare")) {
            child.prepare();
        } else {
            child.run(LocalTime.of(10, 0).plusMinutes(Integer.parseInt(arguments[3])));
        }
        System.exit(0);
    }

    /** Two projects with people, contact details, consents and recordings; one ends, and its deletion is approved. */
    private void prepare() throws IOException {
        var ends = AProject.in(house);
        var stays = AProject.in(house);
        for (int i = 0; i < PEOPLE; i++) {
            somebody(ends, RECORDINGS);
        }
        somebody(stays, 1);
        house.on(DAY).as("marit", Role.PRIVACY_OFFICER);
        var wanted = new NewDeletion(ends.id(), null, DeletionCause.END_OF_PROCESSING);
        DeletionPreview seen =
                house.doing(() -> house.the(ProposingDeletion.class).propose(wanted, Purpose.DATA_PROTECTION));
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(DecidingDeletion.class)
                .approve(seen.job().id(), seen.job().version(), Purpose.DATA_PROTECTION));
        Files.writeString(folder.resolve("job"), seen.job().id().value().toString());
        say("prepared " + seen.progress().total());
    }

    private void somebody(AProject project, int recordings) {
        house.on(AProject.ASSESSED.plusMonths(1));
        ParticipantId someone = project.aParticipant();
        DocumentHouse.consent(
                house,
                someone,
                AProject.ASSESSED.plusMonths(1),
                Purpose.RESEARCH,
                ConsentItem.INTERVIEW,
                ConsentItem.AUDIO_RECORDING);
        house.does(() -> house.the(ContactRegister.class)
                .put(someone, new Contact("Oppdiktet Person", null, null, null, null), Purpose.RESEARCH));
        for (int i = 0; i < recordings; i++) {
            var held = new NewInterview(
                    InterviewKind.INDIVIDUAL, AProject.ASSESSED.plusMonths(1), List.of(someone), 45, true);
            var interview = house.doing(() -> house.the(CreatingInterview.class)
                    .create(project.id(), held, Purpose.RESEARCH)
                    .id());
            house.does(() -> house.the(AttachingToInterview.class)
                    .attach(
                            interview,
                            DocumentType.AUDIO_RECORDING,
                            DocumentHouse.file("samtale.wav", SampleFiles.bytes("wav")),
                            Purpose.RESEARCH));
        }
    }

    /** The batch job, in the order of its description. */
    private void run(LocalTime now) throws Exception {
        house.at(DAY, now).as("system", Role.SYSTEM);
        UUID job = UUID.fromString(Files.readString(folder.resolve("job")));
        PartsRun parts = new PartsRun(house, new DeletionJobId(job), ITEMS_EACH, CHUNK);
        // Whoever had it was killed: its lease counts by the database's clock, and nobody waits for it here.
        steps = Integer.MIN_VALUE;
        new DeletionRun(house).fallsSilent(new DeletionJobId(job));
        steps = 0;
        say("begun");
        if (!house.doing(() -> house.the(CarryingOutDeletion.class).claim(new DeletionJobId(job)))) {
            throw new IllegalStateException("another node has the job");
        }
        String found = "";
        for (String step : described()) {
            switch (step) {
                case "register" -> house.the(RegisterErasure.class).process();
                case "destroy-keys" -> house.the(DestroyKeys.class).process();
                case "erase" -> {
                    say("erasing after " + steps);
                    stop = stop < 0 ? steps - stop : stop;
                    parts.eraseAll();
                }
                case "verify" -> found = house.the(VerifyErasure.class).process();
                case "certify" -> {
                    if (found.equals("VERIFIED")) {
                        house.the(CertifyErasure.class).process();
                    }
                }
                default -> throw new IllegalStateException(step);
            }
        }
        say("parts " + parts.parts);
        say("done " + steps + " " + found);
    }

    /** The steps of the batch job as its description has them one after the other; {@code more} is in {@link PartsRun}. */
    private static List<String> described() throws IOException {
        try (InputStream in = CarryingOutDeletion.class.getResourceAsStream("/META-INF/batch-jobs/erasure.xml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<step id=\"([^\"]+)\"")
                    .matcher(text)
                    .results()
                    .map(step -> step.group(1))
                    .filter(step -> !step.equals("more"))
                    .toList();
        }
    }

    private synchronized void step(String what) {
        if (++steps == stop) {
            say("at " + stop + ": " + what.replaceAll("\\s+", " "));
            blockForEver();
        }
    }

    private DataSource counting(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    @Nullable Object made = invoke(source, method, arguments);
                    return made instanceof Connection connection ? counted(Connection.class, connection) : made;
                });
    }

    private <T> Object counted(Class<T> type, T target) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")
                            || (method.getName().equals("setAutoCommit") && Boolean.TRUE.equals(arguments[0]))) {
                        step(method.getName() + " " + target);
                    }
                    @Nullable Object made = invoke(target, method, arguments);
                    return made instanceof Statement && type == Connection.class
                            ? counted(statementType(made), cast(made))
                            : made;
                });
    }

    @SuppressWarnings("unchecked")
    private static Class<Statement> statementType(Object statement) {
        return (Class<Statement>) (Class<?>)
                (statement instanceof java.sql.CallableStatement
                        ? java.sql.CallableStatement.class
                        : statement instanceof java.sql.PreparedStatement
                                ? java.sql.PreparedStatement.class
                                : Statement.class);
    }

    private static Statement cast(Object statement) {
        return (Statement) statement;
    }

    private static @Nullable Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void blockForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
