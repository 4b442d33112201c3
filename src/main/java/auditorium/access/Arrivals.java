package auditorium.access;

import auditorium.access.HalfWays.HalfWay;
import auditorium.access.domain.DeviceWords;
import auditorium.platform.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every way of signing in ends with: a session, a device that is known from now on, and the page that was wanted. */
@ApplicationScoped
class Arrivals {

    private final SignIn signIn;
    private final Sessions sessions;
    private final SecondSteps steps;
    private final HalfWays halfWays;
    private final Settings settings;

    Arrivals(SignIn signIn, Sessions sessions, SecondSteps steps, HalfWays halfWays, Settings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.steps = steps;
        this.halfWays = halfWays;
        this.settings = settings;
    }

    /** The first step was right: in, or on to the second one. */
    Response welcome(UUID account, boolean shared, String factory, @Nullable String next, RoutingContext http) {
        HalfWay half = new HalfWay(account, shared, factory, local(next));
        if (!steps.on(account)) {
            return open(half, http);
        }
        return Response.seeOther(URI.create("/sign-in/code"))
                .cookie(SessionCookie.halfWay(
                        halfWays.begin(half), http.request().isSSL(), HalfWays.LAST.toSeconds()))
                .build();
    }

    /** All steps were right. */
    Response open(HalfWay half, RoutingContext http) {
        UUID account = half.account();
        boolean shared = half.shared();
        boolean secure = http.request().isSSL();
        SessionCookie.of(http).ifPresent(old -> sessions.close(Tokens.hash(old.getValue())));
        String token = sessions.open(
                account, shared, DeviceWords.of(text(http.request().getHeader("User-Agent"), 500)));
        String device = signIn.remember(account, SessionCookie.device(http));
        return Response.seeOther(URI.create(local(half.next())))
                .cookie(SessionCookie.halfWay("", secure, 0))
                .cookie(SessionCookie.factory(half.factory(), secure))
                .cookie(SessionCookie.holding(
                        token, secure, shared, settings.sessions().ownLongest().toSeconds()))
                .cookie(SessionCookie.device(device, secure))
                .build();
    }

    static SignIn.From from(RoutingContext http) {
        var remote = http.request().remoteAddress();
        Optional<String> device = SessionCookie.device(http);
        return new SignIn.From(remote == null ? "?" : remote.hostAddress(), device);
    }

    /** Only a path of this server: never an address that leads away. */
    static String local(@Nullable String next) {
        boolean ours = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
        return ours && next != null ? next : "/";
    }

    static String text(@Nullable String value, int longest) {
        return value == null ? "" : value.length() > longest ? value.substring(0, longest) : value;
    }
}
