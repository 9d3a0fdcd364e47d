package no.tillit.access.internal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.tillit.access.Caller;
import no.tillit.access.Callers;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.UnknownUnwrapTypeException;
import org.hibernate.service.spi.Configurable;

/**
 * Where Hibernate gets its connections from: each transaction, whoever began it, is told the {@link Horizon} of the caller
 * before its first statement. Outside a transaction nothing is set, and so nothing is seen.
 */
public class ScopedConnections implements ConnectionProvider, Configurable {
    private static final long serialVersionUID = 1L;
    private static final String REGISTRY = "java:jboss/TransactionSynchronizationRegistry";
    private static final Object OPENED = "no.tillit.access.opened";

    private transient DataSource source;

    @SuppressWarnings("NullAway.Init")
    public ScopedConnections() {}

    @Override
    public void configure(Map<String, Object> settings) {
        source = dataSource(settings);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source.getConnection();
        try {
            openOnce(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Once a transaction: the registry's resources belong to it and go with it. */
    protected void openOnce(Connection connection) throws SQLException {
        var registry = registry();
        if (registry.getTransactionKey() != null && registry.getResource(OPENED) == null) {
            open(connection, CDI.current().select(Callers.class).get().current());
            registry.putResource(OPENED, true);
        }
    }

    /** Lets the rest of the transaction see what this caller may see. */
    protected final void open(Connection connection, Caller caller) throws SQLException {
        Horizon.of(caller).open(connection);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return true;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this) || type.isInstance(source);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        if (type.isInstance(source)) {
            return type.cast(source);
        }
        throw new UnknownUnwrapTypeException(type);
    }

    private static DataSource dataSource(Map<String, Object> settings) {
        for (String name : new String[] {
            AvailableSettings.JAKARTA_JTA_DATASOURCE,
            AvailableSettings.DATASOURCE,
            AvailableSettings.JAKARTA_NON_JTA_DATASOURCE
        }) {
            Object found = settings.get(name);
            if (found != null) {
                return (DataSource) found;
            }
        }
        throw new IllegalStateException("The persistence unit names no data source");
    }

    @SuppressWarnings("BanJNDI") // A constant of the server's own; nobody else says what is looked up.
    private static TransactionSynchronizationRegistry registry() {
        try {
            return InitialContext.doLookup(REGISTRY);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no " + REGISTRY, e);
        }
    }
}
