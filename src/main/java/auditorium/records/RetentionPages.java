package auditorium.records;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.CurrentLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the factory still has of people who have left: for how long, what would be erased, and erasing it. */
@Path("/c/{client}/leavers")
@Produces(MediaType.TEXT_HTML)
class RetentionPages {

    private static final int MOST = 200;
    private static final int DONE = 20;
    private static final int LONGEST_REASON = 500;
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final Erasures erasures;
    private final RetentionReport report;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    RetentionPages(
            Erasures erasures, RetentionReport report, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.erasures = erasures;
        this.report = report;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** Somebody in the list. */
    record Row(
            UUID id, String number, String name, String leftOn, long words, long removed, long kept, boolean chosen) {}

    /** All of the page. */
    record View(
            String months,
            List<Row> due,
            long dueInAll,
            List<Row> onRequest,
            long tooEarly,
            List<RetentionReport.Done> done,
            String reason) {}

    @CheckedTemplate(basePath = "records")
    static class Templates {
        private Templates() {}

        static native TemplateInstance leavers(UUID client, View view, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.ERASE)
    public TemplateInstance leavers(UUID client) {
        return page(client, Integer.toString(erasures.months()), Set.of(), "", "");
    }

    private TemplateInstance page(UUID client, String months, Set<UUID> chosen, String reason, String problem) {
        Reader.Seat seat = reader.at(client);
        LocalDate today = LocalDate.now(clock.withZone(seat.zone()));
        LocalDate due = today.minusMonths(erasures.months());
        LocalDate lawful = today.minusMonths(Erasures.FEWEST_MONTHS).minusDays(1);
        return Templates.leavers(
                client,
                new View(
                        months,
                        rows(report.leavers(client, EVER, due, MOST), chosen),
                        report.left(client, EVER, due),
                        due.isBefore(lawful)
                                ? rows(report.leavers(client, due.plusDays(1), lawful, MOST), chosen)
                                : List.of(),
                        report.left(client, due.isBefore(lawful) ? lawful.plusDays(1) : due.plusDays(1), today),
                        report.done(client, seat.zone().getId(), DONE),
                        reason),
                problem);
    }

    private static List<Row> rows(List<RetentionReport.Leaver> leavers, Set<UUID> chosen) {
        return leavers.stream()
                .map(l -> new Row(
                        l.id(),
                        l.number(),
                        l.name(),
                        l.leftOn().toString(),
                        l.words(),
                        l.removed(),
                        l.kept(),
                        chosen.contains(l.id())))
                .toList();
    }

    @POST
    @Path("retention")
    @Transactional
    @PermissionsAllowed(Rights.ERASE)
    public Response keepFor(UUID client, @FormParam("months") @Nullable String months) {
        String given = months == null ? "" : months.strip();
        int number = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (number < Erasures.FEWEST_MONTHS || number > Erasures.MOST_MONTHS) {
            return Response.status(422)
                    .entity(page(
                            client,
                            given,
                            Set.of(),
                            "",
                            words().months_wrong(Erasures.FEWEST_MONTHS, Erasures.MOST_MONTHS)))
                    .build();
        }
        erasures.keepFor(number, reader.get().account(), clock.instant());
        return back(client);
    }

    /** Erases those who were chosen. Only who may be erased today is; the rest of a stale page changes nothing. */
    @POST
    @Path("erasures")
    @Transactional
    @PermissionsAllowed(Rights.ERASE)
    public Response erase(UUID client, MultivaluedMap<String, String> fields) {
        Set<UUID> chosen = chosen(fields);
        boolean request = "REQUEST".equals(fields.getFirst("ground"));
        String reason =
                Objects.requireNonNullElse(fields.getFirst("reason"), "").strip();
        String problem = chosen.isEmpty()
                ? words().choose_somebody()
                : !"yes".equals(fields.getFirst("confirmed"))
                        ? words().confirm_it()
                        : request && (reason.isEmpty() || reason.length() > LONGEST_REASON)
                                ? words().request_needs_reason(LONGEST_REASON)
                                : "";
        if (!problem.isEmpty()) {
            return Response.status(422)
                    .entity(page(client, Integer.toString(erasures.months()), chosen, reason, problem))
                    .build();
        }
        LocalDate today = LocalDate.now(clock.withZone(reader.at(client).zone()));
        LocalDate until =
                request ? today.minusMonths(Erasures.FEWEST_MONTHS).minusDays(1) : today.minusMonths(erasures.months());
        Reader who = reader.get();
        report.leavers(client, EVER, until, Integer.MAX_VALUE).stream()
                .map(RetentionReport.Leaver::id)
                .filter(chosen::contains)
                .sorted()
                .forEach(id -> erasures.erase(
                        id,
                        request ? Erasures.Ground.REQUEST : Erasures.Ground.RETENTION,
                        request ? reason : "",
                        who.account(),
                        who.name()));
        return back(client);
    }

    private static Set<UUID> chosen(MultivaluedMap<String, String> fields) {
        try {
            return fields.getOrDefault("person", List.of()).stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    private RetentionMessages words() {
        return MessageBundles.get(
                RetentionMessages.class, Localized.Literal.of(language.lang().code()));
    }

    private static Response back(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/leavers")).build();
    }
}
