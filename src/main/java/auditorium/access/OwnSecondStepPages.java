package auditorium.access;

import auditorium.access.SignIn.Outcome;
import auditorium.platform.Qr;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One's own second step: turned on with the password and a first code, off with the password and a code. Recovery codes are shown in
 * the answer to the form that made them, and never again.
 */
@Path("/account/second-step")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnSecondStepPages {

    private static final int LONGEST = 200;

    private final SecondSteps steps;
    private final SignIn signIn;
    private final Secrets secrets;
    private final Accounts accounts;
    private final CurrentReader reader;

    OwnSecondStepPages(SecondSteps steps, SignIn signIn, Secrets secrets, Accounts accounts, CurrentReader reader) {
        this.steps = steps;
        this.signIn = signIn;
        this.secrets = secrets;
        this.accounts = accounts;
        this.reader = reader;
    }

    /** What the page shows; {@code qr} and {@code written} only while a new secret waits for its first code. */
    record View(
            boolean on,
            boolean byPin,
            boolean required,
            long left,
            @Nullable Qr qr,
            String written,
            String link) {}

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance secondStep(View it, String problem, String done);

        static native TemplateInstance recoveryCodes(List<String> codes, boolean first);
    }

    @GET
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response form() {
        return page(200, "", "");
    }

    private Response page(int status, String problem, String done) {
        Reader who = reader.get();
        Accounts.Own own = accounts.own(who.account());
        SecondSteps.State state = steps.state(who.account());
        String link = state.secret()
                .map(s -> link(own.byPin() ? own.factory() + " " + own.number() : own.login(), s))
                .orElse("");
        View view = new View(
                state.on(),
                own.byPin(),
                who.secondStep().required(),
                state.left(),
                link.isEmpty() ? null : Qr.of(link),
                state.written(),
                link);
        return Response.status(status)
                .entity(Templates.secondStep(view, problem, done))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The address that apps for codes read from a QR code. */
    private static String link(String name, byte[] secret) {
        return "otpauth://totp/Auditorium:"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + auditorium.access.domain.Base32.of(secret)
                + "&issuer=Auditorium&algorithm=SHA1&digits=6&period=30";
    }

    /** A new secret to be put into an app. */
    @POST
    @Path("secret")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response begin(@FormParam("current") @Nullable String current, RoutingContext http) {
        UUID account = reader.get().account();
        return whenKnown(account, current, http, () -> {
            steps.begin(account);
            return Response.seeOther(URI.create("/account/second-step")).build();
        });
    }

    /** Goes on when the password or PIN is right. */
    private Response whenKnown(UUID account, @Nullable String current, RoutingContext http, Supplier<Response> then) {
        return switch (signIn.again(account, Arrivals.text(current, LONGEST), Arrivals.from(http))) {
            case Outcome.Welcome w -> then.get();
            case Outcome.Refused r -> page(422, secrets.words().wrong_current(), "");
            case Outcome.Later l -> page(429, secrets.words().too_many(), "");
        };
    }

    /** Goes on when the code was right. */
    private Response whenRight(Outcome code, String wrong, Supplier<Response> then) {
        return switch (code) {
            case Outcome.Welcome w -> then.get();
            case Outcome.Refused r -> page(422, wrong, "");
            case Outcome.Later l -> page(429, steps.words().too_many(), "");
        };
    }

    /** The first code: the app has the secret. */
    @POST
    @Path("confirmation")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response confirm(@FormParam("code") @Nullable String code, RoutingContext http) {
        Reader who = reader.get();
        return whenRight(
                steps.confirm(who.account(), Arrivals.text(code, 60), who.session(), Arrivals.from(http)),
                steps.words().wrong_first_code(),
                () -> shown(who.account(), true));
    }

    private Response shown(UUID account, boolean first) {
        return Response.ok(Templates.recoveryCodes(steps.recoveryCodes(account), first))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Ten new recovery codes, for a code from the app. */
    @POST
    @Path("recovery-codes")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response renew(@FormParam("code") @Nullable String code, RoutingContext http) {
        UUID account = reader.get().account();
        if (!steps.on(account)) {
            return page(422, "", "");
        }
        return whenRight(
                steps.check(account, Arrivals.text(code, 60), Arrivals.from(http)),
                steps.words().wrong_code(),
                () -> shown(account, false));
    }

    /** Off again: it takes both, what the person knows and what they have. */
    @POST
    @Path("end")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response end(
            @FormParam("current") @Nullable String current,
            @FormParam("code") @Nullable String code,
            RoutingContext http) {
        UUID account = reader.get().account();
        return whenKnown(
                account,
                current,
                http,
                () -> whenRight(
                        steps.check(account, Arrivals.text(code, 60), Arrivals.from(http)),
                        steps.words().wrong_code(),
                        () -> {
                            steps.end(account);
                            return page(200, "", steps.words().ended());
                        }));
    }
}
