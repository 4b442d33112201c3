package auditorium.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads the session cookie. A page that needs a person sends the rest to the sign-in page; a script gets a plain 401. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext http, IdentityProviderManager providers) {
        Optional<Cookie> cookie = SessionCookie.of(http);
        if (cookie.isEmpty()) {
            return Uni.createFrom().optional(Optional.empty());
        }
        byte[] hash = Tokens.hash(cookie.get().getValue());
        // a session that has ended makes a stranger, not a failure: otherwise nobody with an old cookie could open the
        // sign-in page
        return providers
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(new SessionRequest(hash), http))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext http) {
        String accept = http.request().getHeader("Accept");
        boolean script = accept != null && accept.contains("application/json");
        if (script || http.request().getHeader("HX-Request") != null) {
            return Uni.createFrom().item(new ChallengeData(401, "Content-Length", "0"));
        }
        String back = "GET".equals(http.request().method().name())
                ? "?next=" + URLEncoder.encode(http.request().uri(), StandardCharsets.UTF_8)
                : "";
        return Uni.createFrom().item(new ChallengeData(303, "Location", "/sign-in" + back));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
