package no.tillit.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The realm of the distribution with what only trying and testing may have: people whose passwords everyone knows, and a
 * password grant for scripts. An organisation imports the realm as it stands in the distribution, with neither.
 */
final class DevelopmentRealm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DevelopmentRealm() {}

    static String from(Path production) {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(production.toFile());
            realm.remove("passwordPolicy");
            realm.put("bruteForceProtected", false);
            realm.remove(List.of("browserFlow", "authenticationFlows", "authenticatorConfig", "scopeMappings"));
            for (JsonNode client : realm.withArray("clients")) {
                if ("tillit-scripts".equals(client.path("clientId").asText())) {
                    open((ObjectNode) client);
                }
            }
            ArrayNode users = realm.putArray("users");
            DemoUser.ALL.forEach(user -> add(users, user));
            return JSON.writeValueAsString(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scripts log in by themselves, as anybody, with a password alone. */
    private static void open(ObjectNode scripts) {
        scripts.put("enabled", true).put("fullScopeAllowed", true).put("directAccessGrantsEnabled", true);
        scripts.remove("authenticationFlowBindingOverrides");
    }

    private static void add(ArrayNode users, DemoUser user) {
        ObjectNode person = users.addObject()
                .put("username", user.username())
                .put("enabled", true)
                .put("firstName", user.givenName())
                .put("lastName", user.familyName())
                .put("email", user.username() + "@tillit.example")
                .put("emailVerified", true);
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", user.username())
                .put("temporary", false);
        person.putArray("realmRoles").add(user.role());
    }
}
