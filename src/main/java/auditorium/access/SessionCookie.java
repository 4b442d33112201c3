package auditorium.access;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The cookie that holds a session's token: for this host only, out of reach of scripts. On HTTPS it is marked secure and named so
 * that no other site or path can have set it; plain HTTP is only for a machine's own address and a factory's own network.
 */
final class SessionCookie {

    private static final String SECURE = "__Host-session";
    private static final String PLAIN = "session";
    private static final String DEVICE = "device";
    private static final String HALF_WAY = "half-way";
    private static final String ASKED = "passkey-asked";

    private SessionCookie() {}

    static Optional<Cookie> of(RoutingContext http) {
        return Optional.ofNullable(http.request().getCookie(http.request().isSSL() ? SECURE : PLAIN));
    }

    static NewCookie holding(String token, boolean secure, boolean shared, long longestSeconds) {
        return cookie(
                secure ? SECURE : PLAIN, token, secure, shared ? NewCookie.DEFAULT_MAX_AGE : (int) longestSeconds);
    }

    static NewCookie gone(boolean secure) {
        return cookie(secure ? SECURE : PLAIN, "", secure, 0);
    }

    /** Of somebody whose second step is still to come. */
    static NewCookie halfWay(String token, boolean secure, long seconds) {
        return cookie(secure ? "__Host-" + HALF_WAY : HALF_WAY, token, secure, (int) seconds);
    }

    static Optional<String> halfWay(RoutingContext http) {
        return Optional.ofNullable(http.request().getCookie(http.request().isSSL() ? "__Host-" + HALF_WAY : HALF_WAY))
                .map(Cookie::getValue)
                .filter(v -> !v.isEmpty());
    }

    /** Of a browser that was asked for a passkey before anybody said who they are. */
    static NewCookie asked(String token, boolean secure, long seconds) {
        return cookie(secure ? "__Host-" + ASKED : ASKED, token, secure, (int) seconds);
    }

    static Optional<String> asked(RoutingContext http) {
        return Optional.ofNullable(http.request().getCookie(http.request().isSSL() ? "__Host-" + ASKED : ASKED))
                .map(Cookie::getValue)
                .filter(v -> !v.isEmpty());
    }

    /** Says that somebody once signed in on this device; it opens nothing. */
    static NewCookie device(String token, boolean secure) {
        return cookie(DEVICE, token, secure, 400 * 24 * 3600);
    }

    /** The factory's code, so that the next person at this phone need not type it. */
    static NewCookie factory(String code, boolean secure) {
        String plain = code.replaceAll("[^A-Za-z0-9-]", "");
        return cookie("factory", plain, secure, plain.isEmpty() ? 0 : 400 * 24 * 3600);
    }

    static Optional<String> device(RoutingContext http) {
        return Optional.ofNullable(http.request().getCookie(DEVICE)).map(Cookie::getValue);
    }

    private static NewCookie cookie(String name, String value, boolean secure, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }
}
