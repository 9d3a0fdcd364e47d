package no.tillit.system.erasure;

import static no.tillit.system.erasure.Deletions.DATA_PROTECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.util.Locale;
import no.tillit.erasure.DeletionCause;
import no.tillit.system.Api;

/** From the reason to the approval, over the API. */
final class DeletingByApi {
    private DeletingByApi() {}

    /** Proposed, presented by marit and approved by henrik; the job. */
    static String approved(Doomed doomed) {
        if (doomed.cause == DeletionCause.WITHDRAWAL) {
            doomed.project.withdraws(doomed.person);
        }
        if (doomed.cause != DeletionCause.MANUAL && doomed.cause != DeletionCause.REQUEST) {
            systemHasProposed(doomed);
        }
        JsonPath preview = Deletions.propose(
                        "marit",
                        doomed.project.id,
                        doomed.isOfTheProject() ? null : doomed.person.id(),
                        parameter(doomed.cause))
                .statusCode(201)
                .body("erases.kind", hasItem("document"))
                .body("keys", equalTo(doomed.staysAPerson() ? 0 : 1))
                .extract()
                .jsonPath();
        String job = preview.getString("id");
        int version = preview.getInt("version");
        Deletions.approve("marit", job, version).statusCode(409);
        Deletions.approve("henrik", job, version).statusCode(200);
        return job;
    }

    /** Nobody has to remember what a withdrawal, a schedule or the end of an approval makes due. */
    private static void systemHasProposed(Doomed doomed) {
        Api.as("marit", DATA_PROTECTION).get("/deletion-jobs").then().statusCode(200);
        var waiting = Api.as("marit", DATA_PROTECTION).get("/deletion-jobs?project={id}", doomed.project.id);
        assertThat(waiting.<java.util.List<String>>path("items.findAll { it.state == 'proposed' }.cause"))
                .contains(parameter(doomed.cause));
        assertThat(waiting.<java.util.List<String>>path("items.findAll { it.state == 'proposed' }.proposedBy"))
                .contains("system");
    }

    private static String parameter(DeletionCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
