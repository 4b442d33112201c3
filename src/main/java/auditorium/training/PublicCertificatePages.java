package auditorium.training;

import auditorium.platform.ClientScope;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Throttle;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What anybody may see who scans the code on a certificate: whether it holds, and enough to compare it with the paper. The address has
 * 128 random bits; whatever is wrong with one is answered alike.
 */
@Path("/certificates")
@Produces(MediaType.TEXT_HTML)
class PublicCertificatePages {

    private static final int TOKEN_BYTES = 32;

    private final CertificateReport report;
    private final CompletionReport completions;
    private final ClientScope scope;
    private final CurrentLanguage language;
    private final Clock clock;
    private final Throttle throttle;

    PublicCertificatePages(
            CertificateReport report,
            CompletionReport completions,
            ClientScope scope,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.completions = completions;
        this.scope = scope;
        this.language = language;
        this.clock = clock;
        throttle = new Throttle(30, 1000, Duration.ofMinutes(1), clock);
    }

    @CheckedTemplate(basePath = "certificates")
    static class Templates {
        private Templates() {}

        static native TemplateInstance verification(CertificateView it, String today);

        static native TemplateInstance unknown(boolean later);
    }

    @GET
    @Path("{token}")
    @Blocking
    @PermitAll
    public Response verification(String token, RoutingContext http) {
        var remote = http.request().remoteAddress();
        if (!throttle.lets(remote == null ? "?" : remote.hostAddress())) {
            return answer(429, Templates.unknown(true))
                    .header("Retry-After", "60")
                    .build();
        }
        return parse(token)
                .flatMap(this::find)
                .map(v -> answer(200, v).build())
                .orElseGet(() -> answer(404, Templates.unknown(false)).build());
    }

    private static Response.ResponseBuilder answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("Cache-Control", "no-store");
    }

    /** The two halves of an address. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Address(UUID client, byte[] secret) {}

    private static Optional<Address> parse(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() != TOKEN_BYTES) {
                return Optional.empty();
            }
            UUID client = new UUID(bytes.getLong(), bytes.getLong());
            byte[] secret = new byte[bytes.remaining()];
            bytes.get(secret);
            return Optional.of(new Address(client, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<TemplateInstance> find(Address address) {
        return scope.inside(
                address.client(),
                () -> report.find(address.client(), address.secret()).map(c -> {
                    ZoneId zone = completions.zone(address.client());
                    LocalDate today = LocalDate.now(clock.withZone(zone));
                    String revoked = c.revokedAt()
                            .map(at -> at.atZone(zone).toLocalDate().toString())
                            .orElse("");
                    return Templates.verification(
                            CertificateView.of(c, language.lang(), today, URI.create("/"), revoked, List.of()),
                            today.toString());
                }));
    }
}
