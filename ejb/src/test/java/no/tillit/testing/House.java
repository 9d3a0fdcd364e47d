package no.tillit.testing;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.tillit.access.Caller;
import no.tillit.access.Callers;
import no.tillit.access.ProjectEnds;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.ClockTrust;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Settings;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldSearch;
import no.tillit.keys.Installation;
import no.tillit.keys.LogCipher;
import no.tillit.keys.SealKeys;
import no.tillit.keys.SubjectKeys;
import no.tillit.project.internal.ApprovalEndDates;
import org.jspecify.annotations.Nullable;

/**
 * The beans of the application over the real database and the real keys, without a server: injection by type, transactions
 * by {@link #doing}. Interceptors do not run, so what {@code @RolesAllowed} and {@code @Transactional} add is for the tests
 * in the container.
 *
 * <p>The test says who calls and what day it is; the audit entries and events can be looked at afterwards.
 */
public final class House {
    private final Map<Class<?>, Object> rooms = new HashMap<>();
    private final Map<Class<?>, List<Object>> extensions = new HashMap<>();
    private final List<Consumer<Object>> observers = new ArrayList<>();
    private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(() -> new Caller("nobody", Set.of()));

    /** What was written to the audit log. */
    public final List<AuditEntry> audited = new ArrayList<>();

    /** What the operator has configured. */
    public final Map<String, String> configured = new ConcurrentHashMap<>();

    /** What the description of a batch job gives its artifacts. */
    public final Map<String, String> batch = new ConcurrentHashMap<>();

    /** The events that were fired. */
    public final List<Object> events = new ArrayList<>();

    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    public House() {
        rooms.put(Clock.class, new Clock(java.time.Clock.systemUTC()) {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public LocalDate today() {
                return now.atZone(ZONE).toLocalDate();
            }
        });
        rooms.put(Callers.class, new Callers() {
            @Override
            public Caller current() {
                return caller.get();
            }
        });
        rooms.put(AuditLog.class, new AuditLog() {
            @Override
            public long record(AuditEntry entry) {
                return keep(entry);
            }

            @Override
            public void recordNow(List<AuditEntry> entries) {
                entries.forEach(House.this::keep);
            }
        });
        rooms.put(EntityManager.class, Persistence.ENTITIES);
        under(KeyRing.shared());
        rooms.put(SealKeys.class, KeyRing.shared().seals().apply((Clock) rooms.get(Clock.class)));
        rooms.put(ClockTrust.class, new ClockTrust() {
            @Override
            public boolean isTrusted() {
                return true;
            }
        });
        rooms.put(Settings.class, new Settings() {
            @Override
            public Optional<String> optional(String name) {
                return Optional.ofNullable(configured.get(name));
            }
        });
    }

    /** All keys are of this ring; to be said before anything else. */
    public House under(KeyRing ring) {
        rooms.put(SubjectKeys.class, ring.subjects());
        rooms.put(FieldCipher.class, ring.fields());
        rooms.put(FieldSearch.class, ring.search());
        rooms.put(DocumentKeys.class, ring.documents());
        rooms.put(LogCipher.class, ring.log());
        rooms.put(Installation.class, ring.installation());
        return this;
    }

    /** From now on, on this thread, this person calls. */
    public House as(String username, Role... roles) {
        caller.set(new Caller(username, Set.of(roles)));
        return this;
    }

    /** From now on it is nine o'clock on this day in Norway. */
    public House on(LocalDate day) {
        return at(day, LocalTime.of(9, 0));
    }

    /** From now on it is this time on this day in Norway. */
    public House at(LocalDate day, LocalTime time) {
        now = day.atTime(time).atZone(Clock.ZONE).toInstant();
        return this;
    }

    /** What injection of all implementations of an extension point gives; nothing unless said here. */
    public <T> House with(Class<T> extensionPoint, T implementation) {
        extensions.computeIfAbsent(extensionPoint, k -> new ArrayList<>()).add(implementation);
        return this;
    }

    /** Lets this stand for the bean of this class. */
    public <T> House holding(Class<T> type, T bean) {
        rooms.put(type, bean);
        return this;
    }

    /** Instead of what stands for it in a house, the bean itself. */
    public House genuine(Class<?> type) {
        rooms.remove(type);
        return this;
    }

    /** From now on events of this kind are observed, in the transaction in which they are fired. */
    public <T> House observing(Class<T> event, Consumer<T> observer) {
        observers.add(fired -> {
            if (event.isInstance(fired)) {
                observer.accept(event.cast(fired));
            }
        });
        return this;
    }

    /** In a transaction of its own, rolled back when it throws. */
    public <T> T doing(Callable<T> work) {
        try {
            return Persistence.inTransaction(caller::get, work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As {@link #doing}, without an answer. */
    public void does(Runnable work) {
        doing(() -> {
            work.run();
            return true;
        });
    }

    /** The bean of this class, with all it needs. */
    public synchronized <T> T the(Class<T> type) {
        Object there = rooms.get(type);
        if (there == null) {
            there = type == ProjectEnds.class ? the(ApprovalEndDates.class) : make(type);
        }
        return type.cast(there);
    }

    /** One of its own, as a batch job has it for each part. */
    public synchronized <T> T another(Class<T> type) {
        return genuine(type).the(type);
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(c -> c.isAnnotationPresent(Inject.class))
                    .findFirst()
                    .orElse(null);
            if (constructor == null) {
                constructor = type.getDeclaredConstructor();
            }
            constructor.setAccessible(true);
            Object bean = constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                    .map(this::resolve)
                    .toArray());
            rooms.put(type, bean);
            for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
                inject(each, bean);
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make " + type, e);
        }
    }

    private void inject(Class<?> type, Object bean) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                field.setAccessible(true);
                field.set(
                        bean,
                        field.isAnnotationPresent(BatchProperty.class)
                                ? batch.get(field.getName())
                                : resolve(field.getGenericType()));
            }
        }
    }

    private Object resolve(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Event.class) {
            return standIn(Event.class, "fire", args -> fire(args[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Instance.class) {
            Class<?> point = (Class<?>) generic.getActualTypeArguments()[0];
            return standIn(Instance.class, "stream", args -> implementations(point));
        }
        return the((Class<?>) type);
    }

    private Stream<Object> implementations(Class<?> point) {
        return extensions.getOrDefault(point, List.of()).stream();
    }

    private @Nullable Object fire(Object event) {
        synchronized (events) {
            events.add(event);
        }
        observers.forEach(observer -> observer.accept(event));
        return null;
    }

    private int keep(AuditEntry entry) {
        synchronized (audited) {
            audited.add(entry);
            return audited.size();
        }
    }

    private interface Call {
        @Nullable
        Object with(Object[] args);
    }

    private static Object standIn(Class<?> type, String name, Call call) {
        return Proxy.newProxyInstance(House.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals(name)) {
                return call.with(args == null ? new Object[0] : args);
            }
            throw new UnsupportedOperationException(method.toString());
        });
    }
}
