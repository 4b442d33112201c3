package auditorium.readiness;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.Ids;
import auditorium.readiness.domain.Bounds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From which per cent on this factory calls something ready, nearly ready or a gap. */
@Path("/c/{client}/readiness-bounds")
@Produces(MediaType.TEXT_HTML)
class BoundsPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_CHANGES = 20;

    private final ClientBounds bounds;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    BoundsPages(ClientBounds bounds, CurrentReader reader, Words words, Clock clock) {
        this.bounds = bounds;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** What was typed, and what is wrong with it. */
    record Form(UUID id, String ready, String near, String gap, String problem) {}

    /** An earlier change. */
    record Line(String bounds, String by, String at) {}

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        private Templates() {}

        static native TemplateInstance bounds(UUID client, Form form, String usual, List<Line> changes);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SET_BOUNDS)
    public TemplateInstance bounds(UUID client) {
        Bounds now = bounds.changes(client, 1).stream()
                .findFirst()
                .map(ClientBounds.Change::bounds)
                .orElse(Bounds.DEFAULT);
        return page(
                client,
                new Form(
                        Ids.next(),
                        String.valueOf(now.ready()),
                        String.valueOf(now.near()),
                        String.valueOf(now.gap()),
                        ""));
    }

    private TemplateInstance page(UUID client, Form form) {
        Reader.Seat seat = reader.at(client);
        return Templates.bounds(
                client,
                form,
                say(Bounds.DEFAULT),
                bounds.changes(client, MOST_CHANGES).stream()
                        .map(c -> new Line(say(c.bounds()), c.byName(), WHEN.format(c.at().atZone(seat.zone()))))
                        .toList());
    }

    private String say(Bounds b) {
        return words.board().bounds_say(b.ready(), b.near(), b.gap());
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.SET_BOUNDS)
    public Response set(
            UUID client,
            @FormParam("id") @Nullable UUID id,
            @FormParam("ready") @Nullable String ready,
            @FormParam("near") @Nullable String near,
            @FormParam("gap") @Nullable String gap) {
        Optional<Bounds> typed = number(ready)
                .flatMap(r -> number(near).flatMap(n -> number(gap).flatMap(g -> Bounds.ordered(r, n, g))));
        if (typed.isEmpty()) {
            Form form = new Form(
                    id == null ? Ids.next() : id,
                    text(ready),
                    text(near),
                    text(gap),
                    words.board().bounds_problem());
            return Response.status(422).entity(page(client, form)).build();
        }
        Reader who = reader.get();
        bounds.set(client, id == null ? Ids.next() : id, typed.get(), who.account(), who.name(), clock.instant());
        return Response.seeOther(URI.create("/c/" + client + "/readiness")).build();
    }

    private static Optional<Integer> number(@Nullable String typed) {
        String digits = text(typed).replace("%", "").replace("％", "").strip();
        return digits.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static String text(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.substring(0, Math.min(text.length(), 12));
    }
}
