package auditorium.access;

import auditorium.access.KeyChallenges.Use;
import auditorium.access.SignIn.Outcome;
import auditorium.access.domain.KeySite;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One's own second step: an app for codes is turned on with the password and a first code, all of it off with the password and a code or
 * a passkey. Recovery codes are shown in the answer to the form that made them, and never again.
 */
@Path("/account/second-step")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnSecondStepPages {

    private static final int LONGEST_CODE = 60;

    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final KeySites sites;
    private final OwnSecondStep page;
    private final SecretAgain again;
    private final CurrentReader reader;

    OwnSecondStepPages(
            SecondSteps steps,
            Passkeys passkeys,
            KeySites sites,
            OwnSecondStep page,
            SecretAgain again,
            CurrentReader reader) {
        this.steps = steps;
        this.passkeys = passkeys;
        this.sites = sites;
        this.page = page;
        this.again = again;
        this.reader = reader;
    }

    /** What somebody shows beside the password: a code, or what a passkey has signed. */
    private record Proof(String code, String passkey) {
        static Proof of(@Nullable String code, @Nullable String passkey) {
            return new Proof(Arrivals.text(code, LONGEST_CODE), Arrivals.text(passkey, KeyCheck.LONGEST));
        }
    }

    @GET
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response form(RoutingContext http) {
        return page.answer(200, "", "", "", http);
    }

    private Response wrong(int status, String problem, RoutingContext http) {
        return page.answer(status, problem, "", "", http);
    }

    /** A new secret to be put into an app. */
    @POST
    @Path("secret")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response begin(@FormParam("current") @Nullable String current, RoutingContext http) {
        UUID account = reader.get().account();
        return again.when(current, http, (status, problem) -> wrong(status, problem, http), () -> {
            steps.begin(account);
            return Response.seeOther(URI.create("/account/second-step")).build();
        });
    }

    /** Goes on when the code or the passkey was right. */
    private Response whenProven(Proof proof, RoutingContext http, Supplier<Response> then) {
        Reader who = reader.get();
        Optional<KeySite> site = sites.of(http);
        if (proof.passkey().isEmpty() || site.isEmpty()) {
            return whenRight(
                    steps.check(who.account(), proof.code(), Arrivals.from(http)),
                    steps.words().wrong_code(),
                    http,
                    then);
        }
        Passkeys.Tried tried = passkeys.check(
                Use.AGAIN, who.session(), who.account(), proof.passkey(), site.get(), Arrivals.from(http));
        return whenRight(
                tried.outcome(),
                tried.doubted() ? passkeys.words().doubted() : passkeys.words().refused(),
                http,
                then);
    }

    private Response whenRight(Outcome outcome, String problem, RoutingContext http, Supplier<Response> then) {
        return switch (outcome) {
            case Outcome.Welcome w -> then.get();
            case Outcome.Refused r -> wrong(422, problem, http);
            case Outcome.Later l -> wrong(429, steps.words().too_many(), http);
        };
    }

    /** The first code: the app has the secret. */
    @POST
    @Path("confirmation")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response confirm(@FormParam("code") @Nullable String code, RoutingContext http) {
        Reader who = reader.get();
        return whenRight(
                steps.confirm(who.account(), Arrivals.text(code, LONGEST_CODE), who.session(), Arrivals.from(http)),
                steps.words().wrong_first_code(),
                http,
                () -> page.recoveryCodes(who.account(), true));
    }

    /** Ten new ones in place of the old ones. */
    @POST
    @Path("recovery-codes")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response renew(
            @FormParam("code") @Nullable String code,
            @FormParam("passkey") @Nullable String passkey,
            RoutingContext http) {
        UUID account = reader.get().account();
        if (!steps.on(account)) {
            return wrong(422, "", http);
        }
        return whenProven(Proof.of(code, passkey), http, () -> page.recoveryCodes(account, false));
    }

    /** Off again, app, passkeys and codes: it takes both, what the person knows and what they have. */
    @POST
    @Path("end")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response end(
            @FormParam("current") @Nullable String current,
            @FormParam("code") @Nullable String code,
            @FormParam("passkey") @Nullable String passkey,
            RoutingContext http) {
        UUID account = reader.get().account();
        return again.when(
                current,
                http,
                (status, problem) -> wrong(status, problem, http),
                () -> whenProven(Proof.of(code, passkey), http, () -> {
                    steps.end(account);
                    return page.answer(200, "", steps.words().ended(), "", http);
                }));
    }
}
