package no.tillit.api.base;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import org.jspecify.annotations.Nullable;

/** Ids and names in paths, queries and headers: a malformed id is absent, an unknown name is refused with the known ones. */
@Provider
public class RequestValues implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type.isEnum()) {
            return converter(text -> (T) constant(type, text), value -> TillitNames.kebab((Enum<?>) value));
        }
        if (type == ConsentItem.class) {
            return converter(text -> (T) ConsentItem.named("item", text.strip()), item -> ((ConsentItem) item).code());
        }
        if (isId(type)) {
            return converter(text -> id(type, text), Object::toString);
        }
        return null;
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith("no.tillit.")
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static <T> T id(Class<T> type, String text) {
        try {
            return type.getDeclaredConstructor(UUID.class).newInstance(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("An id is a public record over a UUID: " + type, e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        String wanted = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "unknown-value",
                        type.getSimpleName().toLowerCase(Locale.ROOT),
                        "Use one of: "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(c -> TillitNames.kebab((Enum<?>) c))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static <T> ParamConverter<T> converter(Function<String, T> read, Function<T, String> write) {
        return new ParamConverter<>() {
            @Override
            public @Nullable T fromString(@Nullable String text) {
                return text == null || text.isBlank() ? null : read.apply(text);
            }

            @Override
            public String toString(T value) {
                return write.apply(value);
            }
        };
    }
}
