package auditorium.access;

import auditorium.access.KeyChallenges.Use;
import auditorium.access.Passkeys.Making;
import auditorium.access.domain.KeySite;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own passkeys: added and removed with the password, for everybody who has one. People with a PIN use shared phones. */
@Path("/account/second-step/passkeys")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OwnPasskeyPages {

    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final KeySites sites;
    private final SecondSteps steps;
    private final OwnSecondStep page;
    private final SecretAgain again;
    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentReader reader;

    OwnPasskeyPages(
            Passkeys passkeys,
            KeySites sites,
            SecondSteps steps,
            OwnSecondStep page,
            SecretAgain again,
            Accounts accounts,
            Sessions sessions,
            CurrentReader reader) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.steps = steps;
        this.page = page;
        this.again = again;
        this.accounts = accounts;
        this.sessions = sessions;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance passkey(Making it, String keys);
    }

    /** The password is right: the device is asked to keep a passkey. */
    @POST
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response begin(
            @FormParam("current") @Nullable String current,
            @FormParam("name") @Nullable String name,
            RoutingContext http) {
        Reader who = reader.get();
        Accounts.Own own = withPassword(who.account());
        KeySite site = sites.of(http).orElseThrow(NotFoundException::new);
        String called = Arrivals.text(name, LONGEST_NAME).strip();
        List<Passkeys.Key> keys = passkeys.of(who.account());
        if (called.isEmpty() || keys.size() >= Passkeys.MOST) {
            String wrong = called.isEmpty()
                    ? passkeys.words().name_missing()
                    : passkeys.words().enough(Passkeys.MOST);
            return page.answer(422, wrong, "", called, http);
        }
        return again.when(current, http, (status, problem) -> page.answer(status, problem, "", called, http), () -> {
            Making making = passkeys.begin(who.account(), who.session(), own.login(), called, site);
            return Response.ok(Templates.passkey(making, String.join(" ", making.keys())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    private Accounts.Own withPassword(UUID account) {
        Accounts.Own own = accounts.own(account);
        if (own.byPin()) {
            throw new NotFoundException();
        }
        return own;
    }

    /** What the device answered. The first one turns the second step on: other sign-ins end, and there are recovery codes. */
    @POST
    @Path("registration")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response add(@FormParam("passkey") @Nullable String answer, RoutingContext http) {
        Reader who = reader.get();
        withPassword(who.account());
        KeySite site = sites.of(http).orElseThrow(NotFoundException::new);
        boolean first = !steps.on(who.account());
        return switch (passkeys.add(who.account(), who.session(), Arrivals.text(answer, KeyCheck.LONGEST), site)) {
            case KEPT -> {
                if (first) {
                    sessions.closeOthers(who.account(), java.util.HexFormat.of().parseHex(who.session()));
                    yield page.recoveryCodes(who.account(), true);
                }
                yield page.answer(200, "", passkeys.words().kept(), "", http);
            }
            case KNOWN -> page.answer(422, passkeys.words().known(), "", "", http);
            case REFUSED -> page.answer(422, passkeys.words().not_kept(), "", "", http);
        };
    }

    /** What to ask the device of somebody who has signed in and turns something off or renews it. */
    @POST
    @Path("options")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Passkeys.Question ask(RoutingContext http) {
        Reader who = reader.get();
        return passkeys.ask(
                Use.AGAIN, who.session(), who.account(), sites.of(http).orElseThrow(NotFoundException::new));
    }

    /** One that is gone or not trusted any more. The only second step there is goes by the form that turns it off. */
    @POST
    @Path("{passkey}/removal")
    @PermissionsAllowed(Rights.OWN_ACCOUNT)
    public Response remove(UUID passkey, @FormParam("current") @Nullable String current, RoutingContext http) {
        UUID account = reader.get().account();
        List<Passkeys.Key> keys = passkeys.of(account);
        if (keys.stream().noneMatch(k -> k.id().equals(passkey))) {
            throw new NotFoundException();
        }
        if (keys.size() == 1 && !steps.state(account).app()) {
            return page.answer(422, passkeys.words().only_one(), "", "", http);
        }
        return again.when(current, http, (status, problem) -> page.answer(status, problem, "", "", http), () -> {
            passkeys.remove(account, passkey);
            return page.answer(200, "", passkeys.words().removed(), "", http);
        });
    }
}
