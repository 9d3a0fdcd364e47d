package no.tillit.reminder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import no.tillit.access.Role;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.reminder.ReadingReminders;
import no.tillit.reminder.Reminder;
import no.tillit.reminder.ReminderKind;
import no.tillit.reminder.internal.Reminders.Outgoing;
import no.tillit.retention.EditingSchedules;
import no.tillit.retention.EndDates;
import no.tillit.retention.Hold;
import no.tillit.retention.HoldAudience;
import no.tillit.retention.Holding;
import no.tillit.retention.NewHold;
import no.tillit.retention.RetentionSettings;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reminder goes out in time, once, and says nothing about anybody")
class SendingRemindersTest {
    private static final LocalDate TODAY = AProject.ENDS.minusDays(60);

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private int port;
    private House house;
    private AProject project;
    private ParticipantId someone;

    @BeforeEach
    void open() {
        startMail();
        house = new House();
        house.with(EndDates.class, house.the(ApprovalEndDates.class));
        house.holding(MailServer.class, new MailServer() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public String from() {
                return "tillit@example.no";
            }

            @Override
            public List<String> to() {
                return List.of("personvern@example.no");
            }

            @Override
            public Optional<String> pages() {
                return Optional.of("https://tillit.example.no");
            }

            @Override
            public Session session() {
                Properties properties = new Properties();
                properties.setProperty("mail.smtp.host", "127.0.0.1");
                properties.setProperty("mail.smtp.port", String.valueOf(port));
                return Session.getInstance(properties);
            }
        });
        project = AProject.in(house);
        someone = project.aParticipant();
    }

    private void startMail() {
        mail.start();
        port = mail.getSmtp().getPort();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    @DisplayName("sixty days before the approval ends, not a day earlier, and not again the day after")
    void approvalEnds() throws Exception {
        house.on(TODAY.minusDays(1));
        assertThat(ours(round())).isEmpty();
        house.on(TODAY);
        List<Outgoing> sent = ours(round());
        assertThat(sent).hasSize(1);
        MimeMessage message = messageOf(sent.get(0));
        assertThat(message.getSubject()).contains("godkjenningen slutter 30.06.2027", "A way out");
        assertThat(GreenMailUtil.getBody(message))
                .doesNotContain(someone.value().toString());
        assertThat(String.valueOf(message.getContent()))
                .contains("slutter 30.06.2027", "ends on 30.06.2027", "https://tillit.example.no");
        house.on(TODAY.plusDays(1));
        assertThat(ours(round())).isEmpty();
    }

    @Test
    @DisplayName("that a yes runs out is told sixty days ahead, once for all of a day, without a word about whose")
    void consentEnds() throws Exception {
        LocalDate last = TODAY.minusDays(40);
        house.on(TODAY.minusDays(120)).as("ingrid", Role.RESEARCHER);
        ParticipantId other = project.aParticipant();
        house.on(TODAY.minusDays(120)).as("ingrid", Role.RESEARCHER);
        for (ParticipantId each : List.of(someone, other)) {
            var form = new NewConsent(
                            TODAY.minusDays(120), Map.of(ConsentItem.INTERVIEW, true), CaptureMethod.PAPER, "nb", null)
                    .holding(new Validity(last, null), Map.of());
            house.doing(() -> house.the(RecordingConsent.class).record(each, form, Purpose.RESEARCH));
        }
        house.on(last.minusDays(61));
        assertThat(ours(round())).isEmpty();
        house.on(last.minusDays(60));
        List<Outgoing> sent = ours(round());
        assertThat(sent).extracting(o -> o.reminder().kind()).containsExactly(ReminderKind.CONSENT_ENDS);
        MimeMessage message = messageOf(sent.get(0));
        assertThat(message.getSubject()).contains("samtykker går ut");
        assertThat(String.valueOf(message.getContent()))
                .contains("et ja fra 2 deltakere ut", "2 participants runs out", "A way out")
                .doesNotContain(someone.value().toString(), "D-00");
        house.on(last.minusDays(59));
        assertThat(ours(round())).isEmpty();
    }

    @Test
    @DisplayName("the project says how long ahead, and names a mailbox of its own")
    void ownSettings() throws Exception {
        house.on(TODAY.minusDays(200)).as("marit", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(EditingSchedules.class)
                .set(project.id(), new RetentionSettings(0, 260, "prosjekt@example.no"), Purpose.DATA_PROTECTION));
        List<Outgoing> sent = ours(round());
        assertThat(sent).hasSize(1);
        assertThat(messageOf(sent.get(0)).getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("personvern@example.no", "prosjekt@example.no");
    }

    @Test
    @DisplayName("a hold's review is told ahead, told again for a new day, and not at all when it was released")
    void holdReview() {
        Hold hold = hold(TODAY.minusDays(250));
        assertThat(ours(round())).extracting(o -> o.reminder().kind()).containsExactly(ReminderKind.HOLD_REVIEW);
        house.as("marit", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(Holding.class).review(hold.id(), TODAY.minusDays(200), Purpose.DATA_PROTECTION));
        assertThat(ours(round())).hasSize(1);
        Hold released = hold(TODAY.minusDays(240));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(Holding.class).release(released.id(), Purpose.DATA_PROTECTION));
        assertThat(ours(round())).isEmpty();
    }

    @Test
    @DisplayName(
            "an answer to a request is told ten days ahead, again when it may take longer, and not once it was given")
    void answerDue() throws Exception {
        LocalDate received = TODAY.minusDays(120);
        LocalDate last = received.plusMonths(1);
        asks(received);
        house.on(last.minusDays(11));
        assertThat(answers(round())).isEmpty();
        house.on(last.minusDays(10));
        List<Outgoing> sent = answers(round());
        assertThat(sent).hasSize(1);
        assertThat(String.valueOf(messageOf(sent.get(0)).getContent()))
                .contains("A way out", "venter et krav", "waits for its answer")
                .doesNotContain(someone.value().toString(), "D-00");
        house.on(last.minusDays(9));
        assertThat(answers(round())).isEmpty();
        sql(
                "UPDATE deletion_job SET extended_on = ?, extended_by = 'marit', extension_reason = 'COMPLEX' WHERE project_id = ?",
                last);
        house.on(received.plusMonths(3).minusDays(10));
        assertThat(answers(round())).hasSize(1);
        sql("UPDATE deletion_job SET answered_on = ?, answered_by = 'marit' WHERE project_id = ?", last);
        house.on(received.plusMonths(3).plusDays(2));
        assertThat(answers(round())).isEmpty();
    }

    private void asks(LocalDate received) throws SQLException {
        sql(
                "INSERT INTO deletion_job (id, received_on, project_id, participant_id, cause, withdrawn_items, since, state, version,"
                        + " proposed_by, proposed_at, received_by) SELECT gen_random_uuid(), ?, project_id, id, 'REQUEST', '{}',"
                        + " '2027-01-01', 'PROPOSED', 1, 'marit', now(), 'marit' FROM participant WHERE project_id = ?",
                received);
    }

    private void sql(String statement, LocalDate day) throws SQLException {
        try (var owner = TestDatabases.tillitOwner().getConnection();
                var change = owner.prepareStatement(statement)) {
            change.setObject(1, day);
            change.setObject(2, project.id().value());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private List<Outgoing> answers(List<Outgoing> sent) {
        return ours(sent).stream()
                .filter(o -> o.reminder().kind() == ReminderKind.ANSWER_DUE)
                .toList();
    }

    @Test
    @DisplayName("while the mail server is gone a reminder waits, longer each time, and then goes out once")
    void serverGone() {
        house.on(TODAY);
        mail.stop();
        assertThat(ours(round())).isEmpty();
        house.at(TODAY, LocalTime.of(9, 0).plus(Duration.ofSeconds(30)));
        assertThat(ours(round())).as("it is not hammered").isEmpty();
        house.at(TODAY, LocalTime.of(9, 2));
        assertThat(ours(round())).isEmpty();
        startMail();
        house.at(TODAY, LocalTime.of(9, 3));
        assertThat(ours(round())).isEmpty();
        house.on(TODAY.plusDays(1));
        assertThat(ours(round())).hasSize(1);
        house.on(TODAY.plusDays(2));
        assertThat(ours(round())).isEmpty();
    }

    @Test
    @DisplayName("taken by one node it is not taken by another, until the first has had its time")
    void twoNodes() {
        house.on(TODAY).as("system", Role.SYSTEM);
        SendingReminders one = house.the(SendingReminders.class);
        house.does(one::gather);
        List<Outgoing> first = all(one);
        assertThat(ours(first)).hasSize(1);
        assertThat(ours(all(one))).isEmpty();
        house.at(TODAY, LocalTime.of(9, 6));
        assertThat(ours(all(one))).as("the first node died").hasSize(1);
    }

    @Test
    @DisplayName("the start page says the same, to those who watch over the project")
    void startPage() {
        house.on(TODAY).as("solveig", Role.PROJECT_LEAD);
        assertThat(house.doing(() -> house.the(ReadingReminders.class).soon(10, Purpose.PROJECT_ADMINISTRATION)))
                .extracting(Reminder::kind)
                .contains(ReminderKind.APPROVAL_ENDS);
    }

    /** What the timer does; the reminders that the server took. */
    private List<Outgoing> round() {
        house.as("system", Role.SYSTEM);
        SendingReminders sending = house.the(SendingReminders.class);
        house.does(sending::gather);
        List<Outgoing> sent = new ArrayList<>();
        for (Outgoing outgoing : all(sending)) {
            if (sending.send(outgoing)) {
                house.does(() -> sending.sent(outgoing.id()));
                sent.add(outgoing);
            } else {
                house.does(() -> sending.later(outgoing));
            }
        }
        return sent;
    }

    private List<Outgoing> all(SendingReminders sending) {
        List<Outgoing> taken = new ArrayList<>();
        for (var next = house.doing(sending::take); next.isPresent(); next = house.doing(sending::take)) {
            taken.add(next.orElseThrow());
        }
        return taken;
    }

    /** Other tests' projects are in the database too. */
    private List<Outgoing> ours(List<Outgoing> sent) {
        return sent.stream()
                .filter(o -> o.reminder().project().equals(project.id()))
                .toList();
    }

    private MimeMessage messageOf(Outgoing outgoing) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getMessageID().contains(outgoing.id().toString())) {
                return message;
            }
        }
        throw new AssertionError("no such mail");
    }

    private Hold hold(LocalDate review) {
        house.on(TODAY.minusDays(260)).as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(Holding.class)
                .place(
                        project.id(),
                        new NewHold(someone, null, null, "why", "Art 17", review, HoldAudience.PROJECT),
                        Purpose.DATA_PROTECTION));
    }
}
