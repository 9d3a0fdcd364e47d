package no.tillit.system.access;

import jakarta.servlet.annotation.WebServlet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The application as it was deployed: its pages, and where its servlets are. */
final class Application extends ClassLoader {
    private static final List<String> METHODS = List.of("doGet", "doPost", "doPut", "doDelete");

    private final Map<String, byte[]> pages = new HashMap<>();
    private final Map<String, byte[]> beans = new HashMap<>();

    Application() {
        super(Application.class.getClassLoader());
        Path ear = Path.of(System.getProperty("tillit.distribution"), "server/standalone/deployments/tillit.ear");
        try {
            Map<String, byte[]> parts = unpacked(Files.readAllBytes(ear));
            pages.putAll(unpacked(parts.getOrDefault("tillit-ui.war", new byte[0])));
            beans.putAll(unpacked(parts.getOrDefault("tillit-ejb.jar", new byte[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Every page and servlet, with its methods, named as in {@link Line#key}. */
    Set<String> addresses(Set<String> servlets) {
        Set<String> found = new TreeSet<>();
        pages.keySet().stream()
                .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF/"))
                .forEach(name -> found.add("GET /" + name));
        servlets.stream().filter(name -> name.startsWith("no.tillit.")).forEach(name -> found.addAll(answers(name)));
        return found;
    }

    private Set<String> answers(String servlet) {
        Set<String> found = new TreeSet<>();
        try {
            Class<?> type = loadClass(servlet);
            String[] paths = type.getAnnotation(WebServlet.class).value();
            for (Class<?> each = type; each.getName().startsWith("no.tillit."); each = each.getSuperclass()) {
                for (var method : each.getDeclaredMethods()) {
                    if (METHODS.contains(method.getName())) {
                        String name = method.getName().substring(2).toUpperCase(Locale.ROOT);
                        Arrays.stream(paths).forEach(path -> found.add(name + " " + path));
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Not in the deployed application", e);
        }
        return found;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        byte[] code = pages.getOrDefault("WEB-INF/classes/" + file, beans.get(file));
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }
}
