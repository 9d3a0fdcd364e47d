package no.tillit.api.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;
import no.tillit.consent.ConsentItem;
import org.jspecify.annotations.Nullable;

/**
 * An id is a record with the one component {@code value}, and in JSON that value; a constant such as
 * {@code CRIMINAL_OFFENCE} is {@code criminal-offence}, as in queries and headers; an item of a consent is its code.
 */
class TillitNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        if (annotated instanceof AnnotatedMethod method
                && (isNamed(method, "value") && isOneValueRecord(method.getDeclaringClass())
                        || isNamed(method, "code") && method.getDeclaringClass() == ConsentItem.class)) {
            return true;
        }
        return super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && isOneValueRecord(constructor.getDeclaringClass())) {
            return JsonCreator.Mode.DELEGATING;
        }
        return super.findCreatorAnnotation(config, annotated);
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        if (!type.getRawType().getName().startsWith("no.tillit.")) {
            return super.findEnumValues(config, type, constants, names);
        }
        for (int i = 0; i < constants.length; i++) {
            names[i] = kebab(constants[i]);
        }
        return names;
    }

    /** The name of a constant as the API writes it. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isNamed(AnnotatedMethod method, String name) {
        return method.getName().equals(name);
    }

    private static boolean isOneValueRecord(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value")
                && type.getName().startsWith("no.tillit.");
    }
}
