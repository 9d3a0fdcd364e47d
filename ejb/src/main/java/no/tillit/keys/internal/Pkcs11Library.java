package no.tillit.keys.internal;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;

/**
 * What SunPKCS11 has no public call for: finding a token by its label, and starting the library anew when it has lost its
 * token, as most vendors' libraries ask for. Uses the JDK's own wrapper, which Java must be started to open.
 */
final class Pkcs11Library {
    private static final String PACKAGE = "sun.security.pkcs11.wrapper";
    private static final long OS_LOCKING = 2;

    private final Path path;

    Pkcs11Library(Path path) {
        this.path = path;
    }

    /** The slot that holds the token of this label. */
    long slot(String label) throws GeneralSecurityException {
        try {
            Object library = library();
            long[] slots =
                    (long[]) method(library, "C_GetSlotList", boolean.class).invoke(library, true);
            Method tokenInfo = method(library, "C_GetTokenInfo", long.class);
            for (long slot : slots) {
                Object info = tokenInfo.invoke(library, slot);
                char[] found = (char[]) open(info.getClass().getField("label")).get(info);
                if (new String(found).strip().equals(label)) {
                    return slot;
                }
            }
            throw new GeneralSecurityException("The library " + path + " has no token \"" + label + "\"");
        } catch (InvocationTargetException e) {
            throw new GeneralSecurityException("The library " + path + " does not answer: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java's PKCS#11 is not the one Tillit knows", e);
        }
    }

    /** C_Finalize and C_Initialize: everything opened before is void. */
    void restart() throws GeneralSecurityException {
        try {
            Object library = library();
            try {
                method(library, "C_Finalize", Object.class).invoke(library, (Object) null);
            } catch (InvocationTargetException e) {
                // It was not running; starting it is what is wanted.
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
            }
            method(library, "C_Initialize", Object.class).invoke(library, arguments());
        } catch (InvocationTargetException e) {
            throw new GeneralSecurityException("The library " + path + " does not start: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java's PKCS#11 is not the one Tillit knows", e);
        }
    }

    private Object library() throws ReflectiveOperationException {
        Class<?> arguments = type("CK_C_INITIALIZE_ARGS");
        return open(type("PKCS11").getMethod("getInstance", String.class, String.class, arguments, boolean.class))
                .invoke(null, path.toString(), "C_GetFunctionList", arguments(), false);
    }

    private static Object arguments() throws ReflectiveOperationException {
        Constructor<?> constructor = open(type("CK_C_INITIALIZE_ARGS").getDeclaredConstructor());
        Object arguments = constructor.newInstance();
        open(arguments.getClass().getField("flags")).set(arguments, OS_LOCKING);
        return arguments;
    }

    private static Method method(Object library, String name, Class<?> parameter) throws ReflectiveOperationException {
        return open(type("PKCS11").getDeclaredMethod(name, parameter));
    }

    private static Class<?> type(String name) {
        Provider provider = Security.getProvider("SunPKCS11");
        Class<?> found =
                provider == null ? null : Class.forName(provider.getClass().getModule(), PACKAGE + "." + name);
        if (found == null) {
            throw new KeyStoreUnusable("This Java has no PKCS#11 (module jdk.crypto.cryptoki).");
        }
        return found;
    }

    private static <T extends AccessibleObject> T open(T member) {
        if (!member.trySetAccessible()) {
            throw new KeyStoreUnusable("Java must be started with --add-opens jdk.crypto.cryptoki/" + PACKAGE
                    + "=ALL-UNNAMED for keys in a token; bin/tillit does so.");
        }
        return member;
    }
}
