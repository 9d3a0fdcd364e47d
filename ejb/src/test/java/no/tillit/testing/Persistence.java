package no.tillit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.tillit.access.Caller;
import no.tillit.access.internal.ScopedConnections;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Hibernate over the test database, validated against the migrations as in production; transactions by hand, one per thread.
 */
final class Persistence {
    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Supplier<Caller>> CALLER = new ThreadLocal<>();
    private static final List<String> ENTITY_CLASSES = findEntityClasses();
    private static final EntityManagerFactory FACTORY = open();

    /** Stands for the one of the transaction that runs on the calling thread. */
    static final EntityManager ENTITIES = (EntityManager) Proxy.newProxyInstance(
            Persistence.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                EntityManager current = CURRENT.get();
                if (current == null) {
                    throw new IllegalStateException("There is no transaction on this thread");
                }
                try {
                    return method.invoke(current, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private Persistence() {}

    /** @param caller who calls when the transaction makes its first statement */
    static <T> T inTransaction(Supplier<Caller> caller, Callable<T> work) throws Exception {
        EntityManager outer = CURRENT.get();
        Supplier<Caller> outerCaller = CALLER.get();
        try (EntityManager entities = FACTORY.createEntityManager()) {
            CURRENT.set(entities);
            CALLER.set(caller);
            entities.getTransaction().begin();
            try {
                T answer = work.call();
                entities.getTransaction().commit();
                return answer;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
                CURRENT.set(outer);
                CALLER.set(outerCaller);
            }
        }
    }

    private static EntityManagerFactory open() {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", TestDatabases.tillit());
        configuration.getProperties().put("hibernate.type.json_format_mapper", new NoJson());
        asInProduction(configuration);
        configuration.getProperties().put("hibernate.connection.provider_class", new ToldAtTheFirstStatement());
        configuration.setProperty("hibernate.connection.provider_disables_autocommit", "true");
        // Who commits himself needs the connection until then; in production the server's transaction has it.
        configuration.setProperty(
                "hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION");
        configuration.getProperties().put("hibernate.session_factory.statement_inspector", new Statements());
        for (String entity : ENTITY_CLASSES) {
            configuration.addAnnotatedClass(named(entity));
        }
        return configuration.buildSessionFactory();
    }

    /** The names of all entities, as {@code tillit.test.entities} for a test's own JVM: looking for them takes seconds. */
    static List<String> entityClasses() {
        return ENTITY_CLASSES;
    }

    private static List<String> findEntityClasses() {
        String given = System.getProperty("tillit.test.entities");
        if (given != null) {
            return List.of(given.split(","));
        }
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.tillit").stream()
                        .filter(c -> c.isAnnotatedWith(Entity.class) || c.isAnnotatedWith(Embeddable.class))
                        .map(JavaClass::getName)
                        .toList();
    }

    private static Class<?> named(String entity) {
        try {
            return Class.forName(entity);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asInProduction(Configuration configuration) {
        try (InputStream unit = Persistence.class.getResourceAsStream("/META-INF/persistence.xml")) {
            NodeList properties = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(unit)
                    .getElementsByTagName("property");
            for (int i = 0; i < properties.getLength(); i++) {
                Element property = (Element) properties.item(i);
                configuration.setProperty(property.getAttribute("name"), property.getAttribute("value"));
            }
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("persistence.xml cannot be read", e);
        }
    }

    /** As in production, but here a transaction is Hibernate's own and takes one connection. */
    private static final class ToldAtTheFirstStatement extends ScopedConnections {
        private static final long serialVersionUID = 1L;

        @Override
        protected void openOnce(Connection connection) throws SQLException {
            Supplier<Caller> caller = CALLER.get();
            if (caller != null) {
                connection.setAutoCommit(false);
                open(connection, caller.get());
            }
        }
    }

    /** No column of ours holds JSON, and no JSON binding is on the path of the tests. */
    private static final class NoJson implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }
}
