package no.tillit.bench;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.Installation;
import no.tillit.keys.KeyState;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootSettings;
import no.tillit.keys.internal.SubjectKeyRow;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;

/**
 * People's keys, made by the application's own code under the stack's own root key. Their rows are kept in memory until whoever made
 * them has written them into the key database, many at once.
 */
final class BenchKeys {
    private final SubjectSecrets secrets;
    private final Rows rows = new Rows();

    /** Makes the keys of documents. */
    final DocumentKeys documents;

    final Installation installation;

    /**
     * @param settings the stack's
     * @param source its key database
     */
    BenchKeys(Properties settings, DataSource source) {
        RootKeyTable table = new RootKeyTable(source);
        Clock clock = new Clock();
        secrets = new SubjectSecrets(new OneRoot(settings, table, clock), rows, clock);
        documents = new DocumentKeys(secrets);
        installation = new Installation(table);
    }

    /** Somebody's new key. It is forgotten by {@link #forget}. */
    SubjectKeyRow make(SubjectId subject) {
        secrets.make(subject, KeyState.ACTIVE);
        return rows.find(subject).orElseThrow();
    }

    void forget(SubjectId subject) {
        rows.rows.remove(subject);
    }

    private static final class Rows extends SubjectKeyTable {
        private final Map<SubjectId, SubjectKeyRow> rows = new ConcurrentHashMap<>();

        @Override
        public void addUnlessThere(SubjectKeyRow row, Instant now) {
            rows.putIfAbsent(row.subject(), row);
        }

        @Override
        public Optional<SubjectKeyRow> find(SubjectId subject) {
            return Optional.ofNullable(rows.get(subject));
        }

        @Override
        public List<SubjectKeyRow> find(Collection<SubjectId> subjects) {
            return subjects.stream().map(rows::get).filter(Objects::nonNull).toList();
        }
    }

    /** Nobody rotates the root while a stack is filled, so it is not asked for each key whether somebody has. */
    private static final class OneRoot extends RootKeys {
        private final int version;

        OneRoot(Properties settings, RootKeyTable table, Clock clock) {
            super(() -> RootSettings.store(of(settings)), table, clock);
            open();
            version = super.currentVersion();
        }

        @Override
        public int currentVersion() {
            return version;
        }

        private static Settings of(Properties settings) {
            return new Settings() {
                @Override
                public Optional<String> optional(String name) {
                    return Optional.ofNullable(settings.getProperty(name));
                }
            };
        }
    }
}
