package auditorium.access;

import auditorium.platform.Build;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every page shows around its content. Templates reach it as {@code inject:frame}. */
@Named("frame")
@RequestScoped
public class Frame {

    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final CurrentVertxRequest request;
    private final CsrfTokenParameterProvider csrf;
    private final Build build;
    private final Clock clock;

    Frame(
            CurrentReader reader,
            CurrentLanguage language,
            CurrentVertxRequest request,
            CsrfTokenParameterProvider csrf,
            Build build,
            Clock clock) {
        this.reader = reader;
        this.language = language;
        this.request = request;
        this.csrf = csrf;
        this.build = build;
        this.clock = clock;
    }

    public Lang lang() {
        return language.lang();
    }

    public String build() {
        return build.id();
    }

    /** A day, given as a date or as its ISO text, in the reader's words; nothing for nothing. */
    public String day(Object day) {
        String iso = day.toString();
        ZoneId zone = here().map(Reader.Seat::zone).orElse(clock.getZone());
        return iso.isEmpty() ? "" : lang().day(LocalDate.parse(iso), LocalDate.now(clock.withZone(zone)));
    }

    /** Empty on a page that no endpoint made, such as “not found”: forms can't be sent from there. */
    public String csrf() {
        try {
            return csrf.getToken();
        } catch (IllegalStateException noEndpoint) {
            return "";
        }
    }

    public String csrfField() {
        return csrf.getParameterName();
    }

    /** The opaque id that the outbox writes on its letters; empty when nobody has signed in. */
    public String who() {
        return reader.find().map(r -> r.account().toString()).orElse("");
    }

    public String name() {
        return reader.find().map(Reader::name).orElse("");
    }

    public boolean signedIn() {
        return reader.find().isPresent();
    }

    public boolean consultant() {
        return reader.find().map(Reader::consultant).orElse(false);
    }

    public boolean administrator() {
        return reader.find().map(Reader::administrator).orElse(false);
    }

    /** The seat in the client of the address, or the only one there is. */
    public @Nullable Seat seat() {
        return here().map(s -> new Seat(
                        s.client(),
                        s.clientName().in(lang()),
                        s.role().sees(),
                        s.role().reachesAll(),
                        s.role() == Role.CONSULTANT))
                .orElse(null);
    }

    /** What the bars need to know of a seat. */
    public record Seat(UUID client, String clientName, boolean manages, boolean reachesAll, boolean consults) {}

    private Optional<Reader.Seat> here() {
        return reader.find().flatMap(r -> {
            String path = path();
            return r.seats().values().stream()
                    .filter(s -> path.startsWith("/c/" + s.client() + "/"))
                    .findFirst()
                    .or(() ->
                            r.seats().size() == 1 ? r.seats().values().stream().findFirst() : Optional.empty());
        });
    }

    /** Where this page is, for the language switch. */
    public String path() {
        var http = request.getCurrent();
        return http == null || !"GET".equals(http.request().method().name())
                ? "/"
                : http.request().uri();
    }
}
