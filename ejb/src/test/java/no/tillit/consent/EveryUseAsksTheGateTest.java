package no.tillit.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldSearch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every use case that encrypts or decrypts something about a person asks the gate on its way, or stands in the list here with
 * the reason why it rests on something else than consent (O-04 to O-07).
 *
 * <p>Calls are followed from every public method of every use case through beans, lambdas and method references. What is
 * reached only through an extension point is followed too: to all its implementations.
 */
@DisplayName("Every use of personal data")
class EveryUseAsksTheGateTest {
    private static final String CONTACT =
            "One must be able to reach somebody to ask for consent, and after a withdrawal to"
                    + " say what became of it: the project's need, opened to members by name (O-08).";
    private static final String FILE_NAME =
            "Of a file's name only: shown while the document is available, and what ends a"
                    + " consent restricts the documents under it in its own transaction.";

    private static final String PROOF = "The consent itself and the evidence of it, which shows that there was one"
            + " (GDPR Art 7(1)): it opens the gate.";
    private static final String HOLD = "Why somebody's data must stay, kept for those who decide about erasure"
            + " (GDPR Art 17(3)), also after a withdrawal.";

    private static final String SCAN =
            "What shows a consent cannot rest on it: it is read to record what was agreed, and is its proof afterwards"
                    + " (GDPR Art 7(1)). Closed when the person has withdrawn.";

    /** What may do without, and why. */
    private static final Map<String, String> RESTS_ON_SOMETHING_ELSE = Map.ofEntries(
            Map.entry("ContactRegister.put", CONTACT),
            Map.entry("ContactRegister.read", CONTACT),
            Map.entry(
                    "DecidingMaterial.release",
                    "A program looks for whom a draft still names, and tells nobody what it read; drafts of somebody who has"
                            + " withdrawn are closed (O-09)."),
            Map.entry("FindingByContact.find", CONTACT),
            Map.entry("ReadingDocuments.open", FILE_NAME),
            Map.entry("ReadingDocuments.page", FILE_NAME),
            Map.entry("CapturingConsent.capture", PROOF),
            Map.entry("CapturingConsent.details", PROOF),
            Map.entry("Holding.place", HOLD),
            Map.entry("Holding.release", HOLD),
            Map.entry("Holding.review", HOLD),
            Map.entry("ReadingHolds.open", HOLD),
            Map.entry("ReadingHolds.page", HOLD),
            Map.entry("ReadingScans.batch", FILE_NAME),
            Map.entry("ReadingScans.batches", FILE_NAME),
            Map.entry("ReadingScans.picture", SCAN),
            Map.entry("ReceivingScans.receive", SCAN));

    /** Erasing, and the reasons it was refused or waits for hands, rest on the duty to erase (GDPR Art 17), after any consent. */
    private static final String ERASURE = "no.tillit.erasure";

    /** Whoever calls one of these has something about a person in hand. */
    private static final Set<Class<?>> TOUCHING = Set.of(FieldCipher.class, FieldSearch.class, DocumentKeys.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.tillit");

    @Test
    @DisplayName("asks the consent gate, or says what else it rests on")
    void asks() {
        Set<String> withoutAsking = new TreeSet<>();
        useCases().forEach(method -> {
            Set<JavaCodeUnit> reached = reachedFrom(method);
            if (reached.stream().anyMatch(EveryUseAsksTheGateTest::touchesPersonalData)
                    && reached.stream().noneMatch(EveryUseAsksTheGateTest::asksTheGate)) {
                withoutAsking.add(name(method));
            }
        });
        assertThat(withoutAsking)
                .as("a use of personal data asks the gate, or stands in this test with its reason")
                .isEqualTo(new TreeSet<>(RESTS_ON_SOMETHING_ELSE.keySet()));
    }

    @Test
    @DisplayName("is found by this test: the known ones are")
    void finds() {
        Set<String> asking = new TreeSet<>();
        useCases()
                .filter(method -> reachedFrom(method).stream().anyMatch(EveryUseAsksTheGateTest::asksTheGate))
                .forEach(method -> asking.add(name(method)));
        assertThat(asking)
                .contains(
                        "CreatingInterview.create",
                        "ReadingDocuments.content",
                        "ReadingDocuments.text",
                        "ReceivingDocument.receive",
                        "DividingTranscript.divide",
                        "ReadingTranscript.read");
    }

    private static Stream<JavaMethod> useCases() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Stateless.class))
                .filter(type -> !type.getPackageName().startsWith(ERASURE))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Set<JavaCodeUnit> reachedFrom(JavaMethod start) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            JavaCodeUnit unit = waiting.poll();
            Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                    .flatMap(access -> targetsOf(access))
                    .filter(seen::add)
                    .forEach(waiting::add);
        }
        return seen;
    }

    private static Stream<JavaCodeUnit> targetsOf(JavaCodeUnitAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .filter(unit -> unit.getOwner().getPackageName().startsWith("no.tillit"))
                .flatMap(unit -> Stream.concat(Stream.of(unit), overriding(unit)));
    }

    /** What may run instead: the implementations of an extension point, the subclasses of a bean. */
    private static Stream<JavaCodeUnit> overriding(JavaCodeUnit unit) {
        String[] parameters =
                unit.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return unit.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(unit.getName(), parameters).stream());
    }

    private static boolean touchesPersonalData(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        return TOUCHING.stream().anyMatch(owner::isEquivalentTo);
    }

    private static boolean asksTheGate(JavaCodeUnit unit) {
        return unit.getOwner().isEquivalentTo(ConsentGate.class)
                && unit.getName().equals("require");
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
