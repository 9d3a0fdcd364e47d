package no.tillit.ui.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import no.tillit.kernel.Settings;
import org.jspecify.annotations.Nullable;

/** Where people log in and out. */
@ApplicationScoped
public class IdentityProvider {
    static final String REALM_URL = "tillit.oidc.provider.url";
    static final String PUBLIC_URL = "tillit.public.url";

    @Inject
    private Settings settings;

    /** Scheme, host and port of the identity provider. */
    public URI origin() {
        return originOf(settings.required(REALM_URL));
    }

    /**
     * The address that ends the session there and comes back to our page for those who have logged out.
     *
     * @param idToken proves whose session it is; without it the provider asks the person
     */
    public String endSession(@Nullable String idToken) {
        return endSession(settings.required(REALM_URL), settings.required(PUBLIC_URL), idToken);
    }

    static URI originOf(String url) {
        URI realm = URI.create(url);
        return URI.create(realm.getScheme() + "://" + realm.getAuthority());
    }

    static String endSession(String realmUrl, String publicUrl, @Nullable String idToken) {
        String back = publicUrl.replaceAll("/$", "") + "/logged-out.xhtml";
        String hint = idToken == null ? "" : "&id_token_hint=" + encode(idToken);
        return realmUrl.replaceAll("/$", "")
                + "/protocol/openid-connect/logout?client_id=tillit-pages&post_logout_redirect_uri=" + encode(back)
                + hint;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
