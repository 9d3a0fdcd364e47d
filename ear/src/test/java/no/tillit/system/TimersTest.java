package no.tillit.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the server does by itself")
class TimersTest {
    @Test
    @DisplayName("a yes that ran out yesterday is closed, blocked and proposed for deletion by the night's timer")
    void expiry() throws IOException {
        Story story = Story.begin();
        String kari = story.participant();
        Api.as("ingrid", "research")
                .body(Map.of(
                        "signedOn",
                        Story.today().minusDays(10).toString(),
                        "decisions",
                        Map.of("interview", true),
                        "method",
                        "paper",
                        "language",
                        "nb",
                        "validity",
                        Map.of("until", Story.today().minusDays(1).toString())))
                .post("/participants/" + kari + "/consents")
                .then()
                .statusCode(201)
                .body("state", equalTo("expired"));
        trigger("ExpiryWatch");
        Eventually.within(
                Duration.ofSeconds(20),
                () -> Api.as("ingrid", "research")
                        .get("/participants/" + kari + "/consents/history")
                        .jsonPath()
                        .getList("kind", String.class),
                kinds -> kinds.contains("expired"));
        Api.as("marit", "data-protection")
                .get("/deletion-jobs?project=" + story.project())
                .then()
                .statusCode(200)
                .body("items.proposedBy", hasItem("system"));
    }

    @Test
    @DisplayName("reminders are looked for every ten minutes")
    void reminders() throws IOException {
        assertThat(timers("ReminderWatch"))
                .singleElement()
                .satisfies(timer -> assertThat(
                                timer.getValue().get("schedule").get("minute").asString())
                        .isEqualTo("*/10"));
    }

    /** Lets the bean's timer go off now, as its hour would. */
    private static void trigger(String bean) throws IOException {
        String timer = timers(bean).get(0).getName();
        ModelNode order = at(bean, "trigger");
        order.get("address").add("service", "timer-service").add("timer", timer);
        execute(order);
    }

    private static List<org.jboss.dmr.Property> timers(String bean) throws IOException {
        ModelNode question = at(bean, "read-children-resources");
        question.get("address").add("service", "timer-service");
        question.get("child-type").set("timer");
        question.get("include-runtime").set(true);
        return execute(question).asPropertyList();
    }

    private static ModelNode at(String bean, String operation) {
        ModelNode request = new ModelNode();
        request.get("operation").set(operation);
        request.get("address")
                .add("deployment", "tillit.ear")
                .add("subdeployment", "tillit-ejb.jar")
                .add("subsystem", "ejb3")
                .add("singleton-bean", bean);
        return request;
    }

    private static ModelNode execute(ModelNode request) throws IOException {
        try (ModelControllerClient client =
                ModelControllerClient.Factory.create("127.0.0.1", Stack.get().managementPort())) {
            ModelNode answer = client.execute(request);
            assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
            return answer.get("result");
        }
    }
}
