package auditorium.records;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Postbox;
import auditorium.platform.Refusal;
import auditorium.platform.Text;
import auditorium.records.domain.Fault;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The factory's record: how long it is, whether it is whole, its daily ends, and a copy to take away. */
@Path("/c/{client}/record")
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LATEST = 20;
    private static final int ROOTS = 14;
    private static final int FAULTS_SHOWN = 50;
    private static final Text BEGUN = new Text("开始存证", "Recording begins");

    private final RecordReport report;
    private final WitnessReport witnesses;
    private final CheckNow now;
    private final RecordExport export;
    private final Checks checks;
    private final Recipients recipients;
    private final Postbox postbox;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    RecordPages(
            RecordReport report,
            WitnessReport witnesses,
            CheckNow now,
            RecordExport export,
            Checks checks,
            Recipients recipients,
            Postbox postbox,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.witnesses = witnesses;
        this.now = now;
        this.export = export;
        this.checks = checks;
        this.recipients = recipients;
        this.postbox = postbox;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A fault in the reader's words: what it is about, if anything, by its name and id. */
    record FaultRow(String what, long sequence, long until, String thing, String detail) {}

    /** The latest check. */
    record CheckView(String at, String by, long entries, long compared, long found, List<FaultRow> faults, long more) {}

    /** An entry of the list. */
    record EntryRow(long sequence, String kind, String at) {}

    /** A day's end of the chain. */
    record RootRow(String on, long sequence, String hash, long mails) {}

    /** All of the page. */
    record View(
            long entries,
            String hash,
            String lastAt,
            Optional<CheckView> check,
            List<RootRow> roots,
            List<Recipients.Recipient> recipients,
            boolean mail,
            List<EntryRow> latest) {}

    @CheckedTemplate(basePath = "records")
    static class Templates {
        private Templates() {}

        static native TemplateInstance record(UUID client, View view, String address, String problem);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.RECORD)
    public TemplateInstance record(UUID client) {
        return page(client, "", "");
    }

    private TemplateInstance page(UUID client, String address, String problem) {
        ZoneId zone = reader.at(client).zone();
        Optional<RecordReport.Head> head = report.head(client).filter(h -> h.sequence() > 0);
        return Templates.record(
                client,
                new View(
                        head.map(RecordReport.Head::sequence).orElse(0L),
                        head.map(h -> HexFormat.of().formatHex(h.hash())).orElse(""),
                        head.map(h -> when(h.at(), zone)).orElse(""),
                        checks.latest(client).map(c -> view(c, zone)),
                        report.roots(client, ROOTS).stream()
                                .map(r -> new RootRow(r.on().toString(), r.sequence(), r.hash(), r.mails()))
                                .toList(),
                        recipients.all(client),
                        postbox.on(),
                        report.latest(client, LATEST).stream()
                                .map(l -> new EntryRow(l.sequence(), name(l.kind()), when(l.at(), zone)))
                                .toList()),
                address,
                problem);
    }

    private CheckView view(Checks.Past c, ZoneId zone) {
        return new CheckView(
                when(c.at(), zone),
                c.byName(),
                c.entries(),
                c.compared(),
                c.found(),
                c.faults().stream().limit(FAULTS_SHOWN).map(this::row).toList(),
                Math.max(0, c.found() - FAULTS_SHOWN));
    }

    private FaultRow row(Fault f) {
        String[] thing = f.thing().split(" ", 2);
        return new FaultRow(
                f.what().name(),
                f.sequence(),
                f.until(),
                f.thing().isEmpty() ? "" : name(thing[0]) + " " + thing[thing.length - 1],
                f.detail());
    }

    private String name(String kind) {
        Lang lang = language.lang();
        return kind.equals(Ledger.BEGUN)
                ? BEGUN.in(lang)
                : witnesses.of(kind).map(w -> w.name().in(lang)).orElse(kind);
    }

    private static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    /** Checks the whole record now and keeps what was found. One check at a time on each server. */
    @POST
    @Path("checks")
    @Blocking
    @PermissionsAllowed(Rights.RECORD)
    public Response check(UUID client) {
        Reader.Seat seat = reader.at(client);
        if (!now.done(client, seat.code(), reader.get())) {
            throw new Refusal(409, words().busy());
        }
        return back(client);
    }

    /** The record as a file, without names and notes. */
    @GET
    @Path("export")
    @Blocking
    @PermissionsAllowed(Rights.RECORD)
    public Response export(UUID client) {
        Reader.Seat seat = reader.at(client);
        StreamingOutput lines = out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 15);
            export.write(client, seat.code(), false, buffered);
            buffered.flush();
        };
        String name = "record-" + seat.code() + "-" + LocalDate.now(clock.withZone(seat.zone())) + ".jsonl";
        return Response.ok(lines, "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** From tomorrow's root on, somebody outside gets it too. */
    @POST
    @Path("recipients")
    @Transactional
    @PermissionsAllowed(Rights.RECORD)
    public Response addRecipient(UUID client, @FormParam("address") @Nullable String address) {
        String given = address == null ? "" : address.strip();
        boolean known =
                recipients.all(client).stream().anyMatch(r -> r.address().equalsIgnoreCase(given));
        String problem = !Postbox.address(given)
                ? words().no_address()
                : !known && recipients.all(client).size() >= Recipients.MOST
                        ? words().too_many_recipients(Recipients.MOST)
                        : "";
        if (!problem.isEmpty()) {
            return Response.status(422).entity(page(client, given, problem)).build();
        }
        recipients.add(client, given, reader.get().account(), clock.instant());
        return back(client);
    }

    @POST
    @Path("recipients/{recipient}/removal")
    @Transactional
    @PermissionsAllowed(Rights.RECORD)
    public Response removeRecipient(UUID client, UUID recipient) {
        if (!recipients.remove(client, recipient, clock.instant())) {
            throw new NotFoundException();
        }
        return back(client);
    }

    private RecordMessages words() {
        return MessageBundles.get(
                RecordMessages.class, Localized.Literal.of(language.lang().code()));
    }

    private static Response back(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/record")).build();
    }
}
