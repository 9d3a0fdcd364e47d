package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A table that names a participant is erased by a step, or is a trace that holds nothing about the person. */
class EveryPersonalRecordHasItsStepTest {
    /** Which feature's steps erase which table. */
    private static final Map<String, String> ERASED_BY = Map.ofEntries(
            Map.entry("contact", "participant"),
            Map.entry("consent", "consent"),
            Map.entry("consent_decision", "consent"),
            Map.entry("consent_withdrawal", "consent"),
            Map.entry("consent_paper", "consent"),
            Map.entry("consent_verdict", "consent"),
            Map.entry("consent_expiry", "consent"),
            Map.entry("consent_standing", "consent"),
            Map.entry("consent_unchecked", "consent"),
            Map.entry("document_share", "document"),
            Map.entry("anonymised_source", "document"),
            Map.entry("interview_participant", "interview"),
            Map.entry("transcript_voice", "interview"),
            Map.entry("consent_capture", "consent"),
            Map.entry("scan_batch", "scan"),
            Map.entry("scanned_form", "scan"),
            Map.entry("scanned_page", "scan"),
            Map.entry("recipient_notice", "consent"));

    /**
     * Random ids, actions and counts: the log and the proof. A disposal date goes with its record, by a trigger; what a hold
     * says is encrypted under the person's key.
     */
    private static final Set<String> TRACES = Set.of(
            "audit_entry",
            "deletion_job",
            "deletion_item",
            "deletion_key",
            "disposal",
            "retention_hold",
            "record_part",
            "record_person",
            "retention_facts");

    @Test
    @DisplayName("every table with a participant or key subject is erased by a step or is a known trace")
    void everyTable() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement(
                        "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                                + " AND column_name IN ('participant_id', 'subject_id')");
                var row = select.executeQuery()) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.removeAll(TRACES);
        assertThat(tables)
                .as("a new table about participants needs an ErasureStep and a line here")
                .isEqualTo(new TreeSet<>(ERASED_BY.keySet()));
    }

    @Test
    @DisplayName("every feature named here contributes a step")
    void everyFeature() {
        Set<String> features = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.tillit").stream()
                        .filter(type -> type.isAssignableTo(ErasureStep.class) && !type.isInterface())
                        .map(JavaClass::getPackageName)
                        .map(name -> name.split("\\.", -1)[2])
                        .collect(Collectors.toSet());
        assertThat(features).containsAll(ERASED_BY.values());
    }
}
