package auditorium.access;

import auditorium.access.domain.Base32;
import auditorium.platform.Qr;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one's own second step, which several forms come back to, and the page of recovery codes, which is shown once. */
@ApplicationScoped
class OwnSecondStep {

    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final KeySites sites;
    private final Accounts accounts;
    private final CurrentReader reader;

    OwnSecondStep(SecondSteps steps, Passkeys passkeys, KeySites sites, Accounts accounts, CurrentReader reader) {
        this.steps = steps;
        this.passkeys = passkeys;
        this.sites = sites;
        this.accounts = accounts;
        this.reader = reader;
    }

    /**
     * What the page shows.
     *
     * @param app whether an app for codes is in use
     * @param left recovery codes that were not used yet
     * @param qr only while a new secret waits for its first code, like {@code written} and {@code link}
     * @param site where passkeys work; empty for nowhere
     * @param name of a passkey, as it was typed
     */
    record View(
            boolean app,
            boolean byPin,
            boolean required,
            long left,
            @Nullable Qr qr,
            String written,
            String link,
            List<Passkeys.Key> keys,
            String site,
            String name) {

        public boolean on() {
            return app || !keys.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance secondStep(View it, String problem, String done);

        static native TemplateInstance recoveryCodes(List<String> codes, boolean first);
    }

    Response answer(int status, String problem, String done, String name, RoutingContext http) {
        Reader who = reader.get();
        Accounts.Own own = accounts.own(who.account());
        SecondSteps.State state = steps.state(who.account());
        String link = state.secret()
                .map(s -> link(own.byPin() ? own.factory() + " " + own.number() : own.login(), s))
                .orElse("");
        View view = new View(
                state.app(),
                own.byPin(),
                who.secondStep().required(),
                state.left(),
                link.isEmpty() ? null : Qr.of(link),
                state.written(),
                link,
                passkeys.of(who.account()),
                sites.origin(http),
                name);
        return Response.status(status)
                .entity(Templates.secondStep(view, problem, done))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The address that apps for codes read from a QR code. */
    private static String link(String name, byte[] secret) {
        return "otpauth://totp/Auditorium:"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + Base32.of(secret)
                + "&issuer=Auditorium&algorithm=SHA1&digits=6&period=30";
    }

    /** New codes, in the answer to the form that made them and never again. */
    Response recoveryCodes(UUID account, boolean first) {
        return Response.ok(Templates.recoveryCodes(steps.recoveryCodes(account), first))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
