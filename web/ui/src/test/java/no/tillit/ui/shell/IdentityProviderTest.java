package no.tillit.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {
    @Test
    @DisplayName("logging out names the session and the way back")
    void endSession() {
        assertThat(IdentityProvider.endSession("https://id.example/realms/tillit", "https://tillit.example/", "a.b.c"))
                .isEqualTo(
                        "https://id.example/realms/tillit/protocol/openid-connect/logout?client_id=tillit-pages"
                                + "&post_logout_redirect_uri=https%3A%2F%2Ftillit.example%2Flogged-out.xhtml&id_token_hint=a.b.c");
    }

    @Test
    @DisplayName("the policy lets nothing inline run, and forms go only here and to the identity provider")
    void policy() {
        String policy = SecurityHeaders.policy(IdentityProvider.originOf("https://id.example:8443/realms/tillit"));

        assertThat(policy)
                .contains("default-src 'none'", "form-action 'self' https://id.example:8443;", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(IdentityProvider.originOf("http://127.0.0.1:8180/realms/tillit"))
                .isEqualTo(URI.create("http://127.0.0.1:8180"));
    }
}
