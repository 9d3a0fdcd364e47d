package no.tillit.system.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.tillit.system.Api;
import no.tillit.system.Browser;
import no.tillit.system.Eventually;
import no.tillit.system.Stack;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Both WARs hand the caller on to the beans, and nothing is open that does not say so. The probe is an EAR of its own in the
 * same server, with the descriptors of the real modules.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@DisplayName("Identity in the container")
class IdentityTest {

    private static final String INGRID = "ingrid researcher=true auditor=false";

    @Deployment(testable = false)
    static EnterpriseArchive probe() {
        JavaArchive beans = ShrinkWrap.create(JavaArchive.class, "probe-ejb.jar")
                .addClasses(
                        ResearchersOnly.class,
                        HalfMarked.class,
                        Unmarked.class,
                        SystemOnly.class,
                        SystemActor.class,
                        ProbeBatchlet.class)
                .addAsManifestResource(new StringAsset("""
                        <job id="probe" xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.0">
                            <step id="ask"><batchlet ref="probeBatchlet"/></step>
                        </job>"""), "batch-jobs/probe.xml")
                .addAsManifestResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
        return ShrinkWrap.create(EnterpriseArchive.class, "probe.ear")
                .addAsModule(beans)
                .addAsModule(war("api"))
                .addAsModule(war("ui"))
                .addAsManifestResource(new StringAsset("""
                        <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                            <module><ejb>probe-ejb.jar</ejb></module>
                            <module><web><web-uri>tillit-api.war</web-uri><context-root>/probe-api</context-root></web></module>
                            <module><web><web-uri>tillit-ui.war</web-uri><context-root>/probe-ui</context-root></web></module>
                            %s
                        </application>""".formatted(rolesOfTheRealApplication())), "application.xml");
    }

    /** The security-role elements of the application.xml that the build made. */
    private static String rolesOfTheRealApplication() {
        try {
            return Pattern.compile("<security-role>.*?</security-role>", Pattern.DOTALL)
                    .matcher(Files.readString(Stack.target().resolve("application.xml")))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebArchive war(String name) {
        File real = Stack.source("web/" + name + "/src/main/webapp/WEB-INF").toFile();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "tillit-" + name + ".war")
                .addClass(ProbeServlet.class)
                .addAsWebInfResource(new File(real, "web.xml"), "web.xml")
                .addAsWebInfResource(new File(real, "oidc.json"), "oidc.json")
                .addAsWebInfResource(new File(real, "beans.xml"), "beans.xml");
        File tags = new File(real, "tillit.taglib.xml");
        return tags.exists() ? war.addAsWebInfResource(new StringAsset("""
                <facelet-taglib xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
                    <namespace>urn:probe</namespace>
                </facelet-taglib>"""), "tillit.taglib.xml") : war;
    }

    private static String ask(String username, String question) {
        return given().auth()
                .oauth2(Api.token(username))
                .get(Stack.get().pages() + "/probe-api/probe/" + question)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    @DisplayName("a bean sees the caller of the API, and the caller's role")
    void seesCallerOfApi() {
        assertThat(ask("ingrid", "researchers-only")).isEqualTo(INGRID);
    }

    @Test
    @DisplayName("a bean sees the caller of the pages, and the caller's role")
    void seesCallerOfPages() {
        try (Browser browser = Browser.open()) {
            browser.logIn("ingrid").go("/probe-ui/probe/researchers-only");
            assertThat(browser.page().innerText("body")).isEqualTo(INGRID);
        }
    }

    @Test
    @DisplayName("another role is refused")
    void refusesOtherRole() {
        assertThat(ask("audun", "researchers-only")).isEqualTo("closed");
    }

    @Test
    @DisplayName("a method without a role is closed, beside one that has a role")
    void forgottenMethodIsClosed() {
        assertThat(ask("ingrid", "marked")).isEqualTo("marked");
        assertThat(ask("ingrid", "half-marked")).isEqualTo("closed");
    }

    @Test
    @DisplayName("a bean without any role is closed")
    void forgottenBeanIsClosed() {
        assertThat(ask("ingrid", "unmarked")).isEqualTo("closed");
    }

    @Test
    @DisplayName("nobody who logs in is the system actor")
    void nobodyIsSystem() {
        assertThat(ask("olga", "system-only")).isEqualTo("closed");
    }

    @Test
    @DisplayName("a job runs as the system actor, whoever started it")
    void jobIsSystem() {
        String id = ask("ingrid", "start-job");
        String ended = Eventually.within(
                Duration.ofSeconds(30), () -> ask("ingrid", "job?id=" + id), answer -> !answer.startsWith("START"));
        assertThat(ended).isEqualTo("COMPLETED system system=true");
    }

    @Test
    @DisplayName("an unsigned token opens nothing")
    void unsignedToken() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbmdyaWQifQ.")
                .get(Stack.get().pages() + "/probe-api/probe/researchers-only")
                .then()
                .statusCode(401);
    }
}
