package no.tillit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.SubjectKeys;

/** The house and its rooms: what may stand on what, and what is kept behind which door. */
@AnalyzeClasses(packages = "no.tillit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Ground floor first; a feature imports only from floors below its own. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("kernel", "verifier"),
            Set.of("keys", "paper"),
            Set.of("audit", "seal"),
            Set.of("access", "storage"),
            Set.of("retention"),
            Set.of("idempotency", "erasure", "oversight"),
            Set.of("project"),
            Set.of("participant"),
            Set.of("consent"),
            Set.of("document"),
            Set.of("interview", "scan"),
            Set.of("reporting", "reminder"));

    /** Beans that are open to every caller, each for a reason its Javadoc gives. */
    private static final Set<String> OPEN_TO_EVERYONE = Set.of(
            "no.tillit.access.Callers",
            "no.tillit.idempotency.ForgettingRequests",
            "no.tillit.erasure.internal.ErasureActor",
            "no.tillit.erasure.internal.batch.StartingErasure");

    @ArchTest
    static final ArchRule features_import_only_from_floors_below = classes().should(notDependOnTheirOwnFloorOrAbove());

    @ArchTest
    static void every_feature_has_its_floor(JavaClasses all) {
        for (JavaClass type : all) {
            if (floorOf(type) < 0) {
                throw new AssertionError(type.getName() + " belongs to no floor");
            }
        }
    }

    @ArchTest
    static final ArchRule nobody_looks_into_the_internals_of_another_feature =
            classes().should(notDependOnForeignInternals());

    @ArchTest
    static final ArchRule the_application_knows_no_web = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule every_stateless_bean_says_who_may_call_it = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and(are_not_open_to_everyone())
            .should()
            .beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule only_the_named_beans_are_open_to_everyone = noClasses()
            .that(are_not_open_to_everyone())
            .and()
            .areNotAnnotatedWith(RunAs.class)
            .should()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule singletons_that_can_be_called_say_by_whom = classes()
            .that()
            .areAnnotatedWith(Singleton.class)
            .and(have_methods_others_can_call())
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .allowEmptyShould(true);

    /** Each gives it to an id drawn a moment before, so nobody who was erased gets a key again. */
    @ArchTest
    static final ArchRule only_a_new_id_is_given_a_key = noClasses()
            .that()
            .doNotHaveSimpleName("RegisteringProject")
            .and()
            .doNotHaveSimpleName("RegisteringParticipant")
            .and()
            .doNotHaveSimpleName("PuttingForward")
            .should()
            .callMethod(SubjectKeys.class, "provision", SubjectId.class);

    @ArchTest
    static final ArchRule cryptography_lives_in_keys = noClasses()
            .that()
            .resideOutsideOfPackages("no.tillit.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "com.google.crypto..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule seals_are_made_and_checked_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackages("no.tillit.seal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.europa.esig..");

    @ArchTest
    static final ArchRule parsers_live_behind_the_intake = noClasses()
            .that()
            .resideOutsideOfPackages("no.tillit.document.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..");

    /** PDF is written in {@code paper} alone, and of codes only the writing side is here: reading is the reader's, a child process. */
    @ArchTest
    static final ArchRule pdf_is_written_in_paper_alone = noClasses()
            .that()
            .resideOutsideOfPackages("no.tillit.paper..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "com.google.zxing..", "javax.imageio..");

    @ArchTest
    static final ArchRule no_code_is_read_here = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.google\\.zxing\\..*Reader|org\\.apache\\.pdfbox\\.(rendering|text)\\..*");

    @ArchTest
    static final ArchRule time_comes_only_from_the_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("no.tillit.kernel.Clock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule entities_stay_internal = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule an_interface_is_sealed_or_an_extension_point =
            classes().that().areInterfaces().and().areNotAnnotations().should(beSealedFunctionalOrAnExtensionPoint());

    @ArchTest
    static final ArchRule names_say_what_a_class_does = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("DTO");

    private static DescribedPredicate<JavaClass> are_not_open_to_everyone() {
        return DescribedPredicate.describe(
                "are not on the list of open beans", type -> !OPEN_TO_EVERYONE.contains(type.getFullName()));
    }

    private static DescribedPredicate<JavaClass> have_methods_others_can_call() {
        return DescribedPredicate.describe(
                "have methods that others can call",
                type -> type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    private static ArchCondition<JavaClass> notDependOnTheirOwnFloorOrAbove() {
        return new ArchCondition<>("depend only on floors below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isOurs(target)
                            && !featureOf(target).equals(featureOf(type))
                            && floorOf(target) >= floorOf(type)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notDependOnForeignInternals() {
        return new ArchCondition<>("leave other features' internals alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isOurs(target)
                            && target.getPackageName().contains(".internal")
                            && !featureOf(target).equals(featureOf(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beSealedFunctionalOrAnExtensionPoint() {
        return new ArchCondition<>("be sealed, nested or an extension point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean fine = type.isAnnotatedWith(ExtensionPoint.class)
                        || type.reflect().isSealed()
                        || type.isNestedClass()
                        || !type.getModifiers().contains(JavaModifier.PUBLIC);
                if (!fine) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getName() + " is an interface for its own sake"));
                }
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("no.tillit.");
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static int floorOf(JavaClass type) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(featureOf(type))) {
                return floor;
            }
        }
        return -1;
    }
}
