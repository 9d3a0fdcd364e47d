package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what lies under a subject's key")
class EveryCiphertextMovesTest {
    /** Columns of bytes that lie under no subject's key, each with what they hold. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("audit_entry.details", "under a key of the log, which is wrapped again (0151)"),
            Map.entry("audit_entry.leaf_hash", "a hash"),
            Map.entry("audit_leaf.hash", "a hash"),
            Map.entry("audit_subtree.hash", "a hash"),
            Map.entry("audit_checkpoint.root", "a hash"),
            Map.entry("document.original_sha256", "a hash"),
            Map.entry("document.text_sha256", "a hash"),
            Map.entry("scan_batch.sha256", "a hash"),
            Map.entry("scanned_page.sha256", "a hash"),
            Map.entry("deletion_certificate.pdf", "holds no personal data"));

    private static final List<UnderSubjectKey> KINDS = ServiceLoader.load(UnderSubjectKey.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @Test
    @DisplayName("is moved to a new key, column by column; a new column of bytes belongs to a kind, or in this list")
    void everyColumn() throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var select = connection.prepareStatement(
                        "SELECT c.table_name || '.' || column_name"
                                + " FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'bytea'"
                                + " AND c.table_name NOT IN ('job_instance', 'job_execution', 'step_execution', 'partition_execution')");
                var row = select.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        Set<String> moved =
                KINDS.stream().flatMap(kind -> kind.columns().stream()).collect(Collectors.toSet());
        assertThat(moved).doesNotContainAnyElementsOf(OTHERWISE.keySet());
        moved.addAll(OTHERWISE.keySet());
        assertThat(columns)
                .as("what is not moved is lost when a subject's key is replaced (docs/adr/0150)")
                .isEqualTo(new TreeSet<>(moved));
    }

    @Test
    @DisplayName("is known by every feature that encrypts, and every kind is found by the command line")
    void everyFeature() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("no.tillit");
        Set<String> encrypting = classes.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getName())
                        .anyMatch(Set.of(
                                "no.tillit.keys.FieldCipher",
                                "no.tillit.keys.FieldSearch",
                                "no.tillit.keys.NewDocumentKey")::contains))
                .map(EveryCiphertextMovesTest::featureOf)
                .filter(feature -> !feature.equals("keys"))
                .collect(Collectors.toSet());
        Set<String> found = KINDS.stream()
                .map(kind -> kind.getClass().getName().split("\\.", -1)[2])
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(encrypting);
        assertThat(KINDS)
                .hasSameSizeAs(classes.stream()
                        .filter(type -> type.isAssignableTo(UnderSubjectKey.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList());
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }
}
