package no.tillit.system.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.tillit.system.Stack;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** What the running server says it answers: asked of the server itself, so that nothing hides from its own description. */
final class Server {
    private Server() {}

    /** Every method of every resource of the API, named as in {@link Line#key}. */
    static Set<String> endpoints() {
        return children("tillit-api.war", "jaxrs", "rest-resource").stream()
                .flatMap(resource -> resource.get("rest-resource-paths").asList().stream())
                .flatMap(path -> path.get("resource-methods").asList().stream())
                .map(ModelNode::asString)
                .map(call -> call.split(" ", 2))
                .map(call -> call[0] + " " + Line.keyOf(call[1].replaceFirst("^/api/v1", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes of the servlets behind the pages. */
    static Set<String> servlets() {
        return children("tillit-ui.war", "undertow", "servlet").stream()
                .map(servlet -> servlet.get("servlet-class").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ModelNode> children(String war, String subsystem, String type) {
        ModelNode question = new ModelNode();
        question.get("operation").set("read-children-resources");
        question.get("address")
                .add("deployment", "tillit.ear")
                .add("subdeployment", war)
                .add("subsystem", subsystem);
        question.get("child-type").set(type);
        question.get("include-runtime").set(true);
        try (ModelControllerClient client =
                ModelControllerClient.Factory.create("127.0.0.1", Stack.get().managementPort())) {
            ModelNode answer = client.execute(question);
            if (!answer.get("outcome").asString().equals("success")) {
                throw new IllegalStateException(answer.toString());
            }
            return answer.get("result").asPropertyList().stream()
                    .map(property -> property.getValue())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
