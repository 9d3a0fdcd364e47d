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
import java.util.concurrent.Callable;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
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

    static <T> T inTransaction(Callable<T> work) throws Exception {
        EntityManager outer = CURRENT.get();
        try (EntityManager entities = FACTORY.createEntityManager()) {
            CURRENT.set(entities);
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
            }
        }
    }

    private static EntityManagerFactory open() {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", TestDatabases.tillit());
        configuration.getProperties().put("hibernate.type.json_format_mapper", new NoJson());
        asInProduction(configuration);
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("no.tillit").stream()
                        .filter(c -> c.isAnnotatedWith(Entity.class) || c.isAnnotatedWith(Embeddable.class))
                        .map(JavaClass::reflect)
                        .forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
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
