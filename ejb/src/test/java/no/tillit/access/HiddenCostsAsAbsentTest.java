package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.audit.AuditEntry;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Settings;
import no.tillit.storage.Storage;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.House;
import no.tillit.testing.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every use case that is asked for a record by its id, found by itself: what another project has and what nobody has are told
 * apart neither by the answer, nor by the log, nor by what it takes to find out (O-24).
 */
@DisplayName("A record of another project costs the same statements as one that does not exist")
class HiddenCostsAsAbsentTest {
    private static final Map<Role, Purpose> MEMBERS = Map.of(
            Role.RESEARCHER, Purpose.RESEARCH,
            Role.CASEWORKER, Purpose.FOLLOW_UP,
            Role.PROJECT_LEAD, Purpose.PROJECT_ADMINISTRATION);

    /** Which table an id is of, where its name does not say so. */
    private static final Map<String, String> TABLES = Map.of(
            "HoldId", "retention_hold",
            "NoticeId", "recipient_notice",
            "MaterialId", "anonymised_material",
            "TranscriptId", "document",
            "TemplateId", "consent_template",
            "TemplateVersionId", "consent_template_version");

    private static final Pattern ID = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");

    @TempDir
    private Path folder;

    /** One way to ask for a record. */
    private record LookUp(Class<?> bean, Method method) {
        Class<?> id() {
            return method.getParameterTypes()[0];
        }

        @Override
        public String toString() {
            return bean.getSimpleName() + "." + method.getName() + "("
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", "))
                    + ")";
        }
    }

    @TestFactory
    Stream<DynamicTest> each() throws SQLException {
        ProjectRows hidden = ProjectRows.of("ingrid");
        ProjectRows own = ProjectRows.of("stranger-" + UUID.randomUUID());
        List<LookUp> found = lookUps();
        assertThat(found).hasSizeGreaterThan(35);
        return found.stream()
                .map(lookUp -> DynamicTest.dynamicTest(lookUp.toString(), () -> alike(lookUp, hidden, own.member())));
    }

    private void alike(LookUp lookUp, ProjectRows hidden, String stranger) throws Exception {
        for (Role role : rolesOf(lookUp.bean())) {
            Cost one = cost(lookUp, idIn(hidden, lookUp.id()), stranger, role);
            Cost other = cost(lookUp, UUID.randomUUID(), stranger, role);
            assertThat(one.answer()).as("answer of %s to %s", lookUp, role).isEqualTo(NotFound.class.getName());
            assertThat(one).as("cost of %s for %s", lookUp, role).isEqualTo(other);
        }
    }

    /** What came of it, what was asked of the database, what was logged. */
    private record Cost(String answer, List<String> statements, List<String> logged) {}

    private Cost cost(LookUp lookUp, UUID id, String caller, Role role) throws Exception {
        House house = house();
        house.as(caller, role);
        Object bean = house.the(lookUp.bean());
        Object[] arguments = arguments(lookUp, id, MEMBERS.get(role));
        Throwable[] thrown = new Throwable[1];
        Object[] answered = new Object[1];
        List<String> statements = Statements.of(() -> thrown[0] = catchThrowable(() -> house.doing(() -> {
            try {
                answered[0] = lookUp.method().invoke(bean, arguments);
                return true;
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        })));
        return new Cost(
                thrown[0] == null
                        ? nothingOr(answered[0])
                        : thrown[0].getClass().getName(),
                statements,
                house.audited.stream().map(HiddenCostsAsAbsentTest::kind).toList());
    }

    /** An answer that says there is nothing is as good as a refusal that does. */
    private static String nothingOr(@Nullable Object answer) {
        return Optional.empty().equals(answer) ? NotFound.class.getName() : "an answer";
    }

    private static String kind(AuditEntry entry) {
        return entry.action() + " " + entry.recordType() + " " + entry.outcome() + " " + entry.reason();
    }

    private House house() {
        House house = new House().holding(Settings.class, new Settings() {
            @Override
            public Optional<String> optional(String name) {
                return name.equals("tillit.blobs.dir") ? Optional.of(folder.toString()) : Optional.empty();
            }
        });
        return house.holding(Storage.class, new FileStorage(folder));
    }

    private static List<LookUp> lookUps() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.tillit").stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class))
                        .map(JavaClass::reflect)
                        .filter(type -> !rolesOf(type).isEmpty())
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                                .filter(method -> method.getParameterCount() > 0 && isId(method.getParameterTypes()[0]))
                                .map(method -> new LookUp(type, method)))
                        .sorted(Comparator.comparing(LookUp::toString))
                        .toList();
    }

    /** Those who may call the bean as members of a project. */
    private static Set<Role> rolesOf(Class<?> bean) {
        RolesAllowed allowed = bean.getAnnotation(RolesAllowed.class);
        Set<Role> roles = new HashSet<>();
        if (allowed != null) {
            Stream.of(allowed.value())
                    .flatMap(name -> Role.named(name).stream())
                    .forEach(roles::add);
        }
        roles.retainAll(MEMBERS.keySet());
        return roles;
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getSimpleName().endsWith("Id");
    }

    private static UUID idIn(ProjectRows rows, Class<?> id) {
        String name = id.getSimpleName();
        if (name.equals("ProjectId")) {
            return rows.id().value();
        }
        String table = TABLES.getOrDefault(
                name,
                name.replaceFirst("Id$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(java.util.Locale.ROOT));
        String row = rows.samples().get(table);
        assertThat(row)
                .as("a row of table %s in the test's script, for %s", table, name)
                .isNotNull();
        Matcher found = ID.matcher(row);
        assertThat(found.find()).as("an id in %s", row).isTrue();
        return UUID.fromString(found.group(1));
    }

    private static Object[] arguments(LookUp lookUp, UUID id, @Nullable Purpose purpose) throws Exception {
        Class<?>[] types = lookUp.method().getParameterTypes();
        Object[] arguments = new Object[types.length];
        arguments[0] = types[0].getDeclaredConstructor(UUID.class).newInstance(id);
        for (int i = 1; i < types.length; i++) {
            arguments[i] = types[i] == Purpose.class ? purpose : something(types[i]);
        }
        return arguments;
    }

    /** Any value that fits; that it is refused afterwards does not matter, nothing gets that far. */
    private static @Nullable Object something(Class<?> type) throws Exception {
        if (type == IncomingFile.class) {
            return new IncomingFile(new ByteArrayInputStream(new byte[1]), OptionalLong.of(1), "a.txt", null);
        }
        if (type == PageRequest.class) {
            return new PageRequest(0, 10);
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "x";
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 2, 1);
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return isId(type) ? type.getDeclaredConstructor(UUID.class).newInstance(UUID.randomUUID()) : null;
    }
}
