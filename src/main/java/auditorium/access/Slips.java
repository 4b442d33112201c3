package auditorium.access;

import auditorium.platform.Qr;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Start codes on paper: a page of slips to print, cut and hand out. A slip's QR code opens the first sign-in with everything filled
 * in. The codes can't be shown again, so the page is the answer to the request that made them.
 */
@ApplicationScoped
public class Slips {

    private final StartCodes codes;
    private final CurrentReader reader;
    private final Clock clock;

    Slips(StartCodes codes, CurrentReader reader, Clock clock) {
        this.codes = codes;
        this.reader = reader;
        this.clock = clock;
    }

    /** What one slip says; {@code factory} and {@code number}, or {@code login}, are what goes with the code. */
    public record Slip(String name, String place, String factory, String number, String login, String code) {

        public static Slip byLogin(String name, String login, String code) {
            return new Slip(name, "", "", "", login, code);
        }

        public static Slip byNumber(String name, String department, String factory, String number, String code) {
            return new Slip(name, department, factory, number, "", code);
        }

        /** The address, without its host, that opens the first sign-in with everything filled in. */
        public String path() {
            return login.isEmpty()
                    ? "/sign-in/first?factory=" + encoded(factory) + "&number=" + encoded(number) + "&code=" + code
                    : "/sign-in/first/password?login=" + encoded(login) + "&code=" + code;
        }
    }

    /** A slip as the page shows it. */
    record Printed(Slip slip, String url, Qr qr) {}

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance slips(
                List<Printed> slips, String site, String until, String back, boolean loopback);
    }

    /** One slip; {@code back} is where the page leads on to. */
    public Response one(Slip slip, String back, UriInfo at) {
        return Response.ok(page(List.of(slip), back, at)).build();
    }

    public TemplateInstance page(List<Slip> slips, String back, UriInfo at) {
        String site = site(at);
        ZoneId zone = reader.get().seats().values().stream()
                .map(Reader.Seat::zone)
                .findFirst()
                .orElse(clock.getZone());
        return Templates.slips(
                slips.stream()
                        .map(s -> new Printed(s, site + s.path(), Qr.of(site + s.path())))
                        .toList(),
                site,
                codes.validUntil().atZone(zone).toLocalDate().toString(),
                back,
                loopback(site));
    }

    /** Scheme, host and port as the browser knows them: what a phone can open too, unless it is this machine's own address. */
    public static String site(UriInfo at) {
        return at.getBaseUri().toString().replaceFirst("/$", "");
    }

    /** Whether an address leads back to the machine that opens it. */
    public static boolean loopback(String site) {
        String host = String.valueOf(URI.create(site).getHost());
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
