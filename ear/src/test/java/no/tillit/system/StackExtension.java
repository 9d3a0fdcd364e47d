package no.tillit.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has the stack running before the first test of any class, and stops it and the browser after the last. JUnit finds it by
 * itself; Arquillian then finds the server by the system property that is set here.
 */
public final class StackExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StackExtension.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
    }

    /** Closed by JUnit when all tests are done. */
    private static final class Started implements AutoCloseable {

        Started() {
            System.setProperty(
                    "tillit.management.port", String.valueOf(Stack.get().managementPort()));
        }

        @Override
        public void close() {
            Browser.stop();
            Stack.stop();
        }
    }
}
