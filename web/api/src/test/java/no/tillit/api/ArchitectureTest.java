package no.tillit.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The web parses and delegates: it knows no database, no entity, no cryptography, and no feature's internals. */
@AnalyzeClasses(packages = "no.tillit.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_web_knows_no_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql..", "org.hibernate..");

    @ArchTest
    static final ArchRule the_web_looks_into_no_internals =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("no.tillit.*.internal..");

    @ArchTest
    static final ArchRule the_web_holds_no_keys = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.crypto..",
                    "com.google.crypto..",
                    "org.bouncycastle..",
                    "no.tillit.keys..",
                    "no.tillit.storage..");

    @ArchTest
    static final ArchRule time_comes_only_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
