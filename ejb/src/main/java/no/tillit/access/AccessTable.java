package no.tillit.access;

import static no.tillit.access.AccessTable.Where.AS_MEMBER;
import static no.tillit.access.AccessTable.Where.AS_MEMBER_WITH_CONTACTS;
import static no.tillit.access.AccessTable.Where.EVERYWHERE;
import static no.tillit.access.AccessTable.Where.OUTSIDE_PROJECTS;
import static no.tillit.access.Role.AUDITOR;
import static no.tillit.access.Role.CASEWORKER;
import static no.tillit.access.Role.OPERATOR;
import static no.tillit.access.Role.PRIVACY_OFFICER;
import static no.tillit.access.Role.PROJECT_LEAD;
import static no.tillit.access.Role.RESEARCHER;
import static no.tillit.access.Role.SYSTEM;
import static no.tillit.kernel.Purpose.DATA_PROTECTION;
import static no.tillit.kernel.Purpose.FOLLOW_UP;
import static no.tillit.kernel.Purpose.PROJECT_ADMINISTRATION;
import static no.tillit.kernel.Purpose.RESEARCH;
import static no.tillit.kernel.Purpose.RIGHTS_REQUEST;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.kernel.Purpose;

/**
 * The policy: what is not in this table nobody may do (O-07, O-08, O-25).
 *
 * <p>Each line reads: this action, by this role, there, for these purposes; and, where it is said, only while the record stands
 * so. Whether people have consented is asked besides, of {@code ConsentGate}.
 */
public final class AccessTable {
    /** Where a role counts. */
    public enum Where {
        /** In projects of which the person is a member in that role. */
        AS_MEMBER,
        /** As {@link #AS_MEMBER}, and the project has opened its contact register to the person. */
        AS_MEMBER_WITH_CONTACTS,
        /** In every project of the installation, and in what belongs to none. */
        EVERYWHERE,
        /** In what belongs to no project; the rows of projects stay hidden. */
        OUTSIDE_PROJECTS
    }

    /** How the record may stand. What is erased is there for nobody. */
    public enum When {
        /** As long as it is there. */
        ANY(RecordState.OPEN, RecordState.PROJECT_ENDED, RecordState.RESTRICTED, RecordState.BLOCKED),
        /** Also after the project's end, but not when it is closed because of somebody it is about. */
        NOT_CLOSED(RecordState.OPEN, RecordState.PROJECT_ENDED),
        /** Until the project's end: what is made new in a project, or is about several people, of whom each is asked. */
        RUNNING(RecordState.OPEN, RecordState.RESTRICTED, RecordState.BLOCKED),
        /** While nothing stands against its use. */
        OPEN(RecordState.OPEN);

        private final Set<RecordState> admitted;

        When(RecordState... admitted) {
            this.admitted = Set.of(admitted);
        }

        /** Whether a record that stands so is open for it. */
        public boolean admits(RecordState state) {
            return admitted.contains(state);
        }

        /** Whether one has to look at the record; otherwise the project is enough, or nothing. */
        boolean asksTheRecord() {
            return !admitted.containsAll(Set.of(RecordState.RESTRICTED, RecordState.BLOCKED));
        }
    }

    /** One line of the policy; the role's own purpose stands first. */
    public record Rule(Role role, Where where, List<Purpose> purposes, When when) {
        public Rule {
            purposes = List.copyOf(purposes);
        }

        private Rule when(When states) {
            return new Rule(role, where, purposes, states);
        }
    }

    private static final Map<Action, List<Rule>> RULES = new EnumMap<>(Action.class);

    static {
        allow(Action.REGISTER_PROJECT, rule(PROJECT_LEAD, OUTSIDE_PROJECTS, PROJECT_ADMINISTRATION));
        allow(
                Action.READ_PROJECT,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST),
                rule(AUDITOR, EVERYWHERE, Purpose.AUDIT));
        allow(Action.MOVE_END, rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(Action.MANAGE_MEMBERS, rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(
                Action.REGISTER_PARTICIPANT,
                When.RUNNING,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        allow(
                Action.READ_PARTICIPANT,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        for (Action contact : List.of(Action.READ_CONTACT, Action.WRITE_CONTACT)) {
            allow(
                    contact,
                    When.OPEN,
                    rule(RESEARCHER, AS_MEMBER_WITH_CONTACTS, RESEARCH),
                    rule(CASEWORKER, AS_MEMBER_WITH_CONTACTS, FOLLOW_UP));
        }
        for (Action capture : List.of(Action.RECORD_CONSENT, Action.PRINT_CONSENT)) {
            allow(capture, When.OPEN, rule(RESEARCHER, AS_MEMBER, RESEARCH), rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        }
        for (Action consent :
                List.of(Action.READ_CONSENT, Action.WITHDRAW_CONSENT, Action.REVOKE_CONSENT, Action.NOTIFY_RECIPIENT)) {
            allow(
                    consent,
                    rule(RESEARCHER, AS_MEMBER, RESEARCH),
                    rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                    rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                    rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        }
        allow(
                Action.READ_CAPTURE,
                When.NOT_CLOSED,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        allow(
                Action.EXPORT_CONSENTS,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        allow(Action.CHECK_CONSENT, rule(RESEARCHER, AS_MEMBER, RESEARCH), rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        allow(
                Action.INVALIDATE_CONSENT,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        allow(
                Action.READ_TEMPLATE,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        allow(Action.START_TEMPLATE, When.RUNNING, rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(Action.EDIT_TEMPLATE, rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(
                Action.PUBLISH_TEMPLATE,
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        allow(
                Action.READ_SCANNED_FORM,
                When.OPEN,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        allow(
                Action.UPLOAD_SCAN,
                When.RUNNING,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        for (Action scan : List.of(Action.READ_SCAN, Action.MATCH_SCAN, Action.DISCARD_SCAN)) {
            allow(scan, rule(RESEARCHER, AS_MEMBER, RESEARCH), rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        }
        for (Action evidence : List.of(Action.ATTACH_CONSENT_EVIDENCE, Action.READ_CONSENT_EVIDENCE)) {
            allow(evidence, When.OPEN, rule(RESEARCHER, AS_MEMBER, RESEARCH), rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        }
        for (Action amongSeveral : List.of(Action.CREATE_INTERVIEW, Action.READ_TRANSCRIPT)) {
            allow(amongSeveral, When.RUNNING, rule(RESEARCHER, AS_MEMBER, RESEARCH));
        }
        for (Action research :
                List.of(Action.ATTACH_RESEARCH_DOCUMENT, Action.READ_RESEARCH_CONTENT, Action.DIVIDE_TRANSCRIPT)) {
            allow(research, When.OPEN, rule(RESEARCHER, AS_MEMBER, RESEARCH));
        }
        allow(
                Action.READ_INTERVIEW,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        for (Action casework : List.of(Action.ATTACH_CASE_DOCUMENT, Action.READ_CASE_CONTENT)) {
            allow(casework, When.OPEN, rule(CASEWORKER, AS_MEMBER, FOLLOW_UP));
        }
        for (Action material : List.of(Action.PUT_FORWARD_MATERIAL, Action.DECIDE_MATERIAL)) {
            allow(
                    material,
                    When.RUNNING,
                    rule(RESEARCHER, AS_MEMBER, RESEARCH),
                    rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        }
        allow(
                Action.READ_MATERIAL,
                When.NOT_CLOSED,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(
                Action.LIST_MATERIAL,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                rule(AUDITOR, EVERYWHERE, Purpose.AUDIT));
        for (Action listing : List.of(Action.LIST_DOCUMENTS, Action.READ_DOCUMENT)) {
            allow(
                    listing,
                    rule(RESEARCHER, AS_MEMBER, RESEARCH),
                    rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                    rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION),
                    rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST),
                    rule(AUDITOR, EVERYWHERE, Purpose.AUDIT));
        }
        allow(Action.PROPOSE_DELETION, rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        for (Action decision : List.of(Action.DECIDE_DELETION, Action.STOP_DELETION)) {
            allow(
                    decision,
                    rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                    rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION, DATA_PROTECTION));
        }
        allow(
                Action.READ_DELETION,
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION, DATA_PROTECTION),
                rule(AUDITOR, EVERYWHERE, Purpose.AUDIT));
        for (Action retention : List.of(Action.READ_RETENTION, Action.READ_HOLD)) {
            allow(
                    retention,
                    rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                    rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION, DATA_PROTECTION),
                    rule(AUDITOR, EVERYWHERE, Purpose.AUDIT));
        }
        for (Action retention :
                List.of(Action.EDIT_SCHEDULE, Action.MANAGE_HOLDS, Action.RELEASE_HOLD, Action.REVIEW_RETENTION)) {
            allow(retention, rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        }
        allow(
                Action.REPORT_TO_SIKT,
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(
                Action.NOTE_EVENT,
                rule(RESEARCHER, AS_MEMBER, RESEARCH),
                rule(CASEWORKER, AS_MEMBER, FOLLOW_UP),
                rule(PROJECT_LEAD, AS_MEMBER, PROJECT_ADMINISTRATION));
        allow(
                Action.READ_AUDIT,
                rule(AUDITOR, EVERYWHERE, Purpose.AUDIT),
                rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        allow(Action.READ_AUDIT_DETAILS, rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION, RIGHTS_REQUEST));
        for (Action seal : List.of(Action.READ_CHECKPOINT, Action.SEAL_AUDIT)) {
            allow(
                    seal,
                    rule(AUDITOR, EVERYWHERE, Purpose.AUDIT),
                    rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION),
                    rule(OPERATOR, OUTSIDE_PROJECTS, Purpose.OPERATION));
        }
        for (Action proof : List.of(Action.CHECK_AUDIT, Action.EXPORT_AUDIT)) {
            allow(proof, rule(AUDITOR, EVERYWHERE, Purpose.AUDIT), rule(PRIVACY_OFFICER, EVERYWHERE, DATA_PROTECTION));
        }
        allow(Action.ACKNOWLEDGE_RESTORE, rule(OPERATOR, OUTSIDE_PROJECTS, Purpose.OPERATION));
        allow(Action.RUN_JOB, rule(SYSTEM, EVERYWHERE, DATA_PROTECTION));
    }

    private AccessTable() {}

    /** The lines for this action; empty when nobody may do it. */
    public static List<Rule> rulesFor(Action action) {
        return RULES.getOrDefault(action, List.of());
    }

    /** Whether any line lets this role do something there. */
    public static boolean counts(Role role, Where where) {
        return RULES.values().stream()
                .flatMap(List::stream)
                .anyMatch(rule -> rule.role() == role && rule.where() == where);
    }

    private static void allow(Action action, When states, Rule... rules) {
        allow(action, Arrays.stream(rules).map(rule -> rule.when(states)).toArray(Rule[]::new));
    }

    private static void allow(Action action, Rule... rules) {
        if (RULES.put(action, List.of(rules)) != null) {
            throw new IllegalStateException("Two entries for " + action);
        }
    }

    private static Rule rule(Role role, Where where, Purpose... purposes) {
        return new Rule(role, where, List.of(purposes), When.ANY);
    }
}
