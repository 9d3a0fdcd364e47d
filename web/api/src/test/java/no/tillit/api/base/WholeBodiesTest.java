package no.tillit.api.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A body that never ends")
class WholeBodiesTest {
    private static final long LONG = 10 * Json.MAX_BYTES;

    private final AtomicLong read = new AtomicLong();

    /** What a reader of such an entity gets to read. */
    private InputStream seenBy(Class<?> type) throws Exception {
        var body = new AtomicReference<InputStream>(new InputStream() {
            @Override
            public int read() {
                return read.getAndIncrement() < LONG ? 'x' : -1;
            }
        });
        var context = (ReaderInterceptorContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getType" -> type;
                    case "getInputStream" -> body.get();
                    case "setInputStream" -> {
                        body.set((InputStream) arguments[0]);
                        yield null;
                    }
                    case "proceed" -> body.get();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (InputStream) new WholeBodies().aroundReadFrom(context);
    }

    @Test
    @DisplayName("is read to the limit by whoever takes it whole, as text, bytes or JSON")
    void whole() throws Exception {
        for (Class<?> type : new Class<?>[] {String.class, byte[].class, Problem.class}) {
            read.set(0);
            InputStream seen = seenBy(type);
            assertThatThrownBy(seen::readAllBytes).isInstanceOf(WholeBodies.TooLarge.class);
            assertThat(read.get()).isLessThan(2 * Json.MAX_BYTES);
        }
    }

    @Test
    @DisplayName("goes on for whoever takes it as it comes")
    void stream() throws Exception {
        assertThat(seenBy(InputStream.class).readAllBytes()).hasSize((int) LONG);
    }
}
