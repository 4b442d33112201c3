package auditorium.evidence;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.evidence.domain.Validity;
import auditorium.files.FileBox;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What evidence there is, what ends soon, what is wanted and not there; and one piece with all that is known about it. */
@Path("/c/{client}/evidence")
@Produces(MediaType.TEXT_HTML)
class EvidencePages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int A_PAGE = 50;

    private final EvidenceReport report;
    private final Departments departments;
    private final FileBox files;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    EvidencePages(
            EvidenceReport report,
            Departments departments,
            FileBox files,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.report = report;
        this.departments = departments;
        this.files = files;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A piece in a list. */
    record Line(
            UUID id,
            String title,
            String sort,
            String department,
            String mark,
            String holds,
            String accepted,
            boolean picture,
            List<String> proves) {}

    /** A kind of evidence that is wanted and not there. */
    record Missing(String requirement, String kind, String title, String requirementTitle, String departments) {}

    /** What the list shows. */
    record ListView(
            String requirement,
            List<Line> renew,
            List<Missing> missing,
            List<Line> all,
            int previous,
            int next,
            boolean mayFile) {}

    /** A requirement that a piece proves. */
    record ProvedLine(String requirement, String title, String kind, String mark, String holds) {}

    /** A look at a piece by somebody else. */
    record LookLine(boolean accepted, String note, String by, String at) {}

    /** A piece as its page shows it, with what this reader may do. Empty texts where there is nothing. */
    record View(
            UUID id,
            String title,
            String sort,
            String department,
            String mark,
            String holds,
            String covers,
            String madeOn,
            String receivedAt,
            String expiresOn,
            String original,
            String historicNote,
            int revision,
            Optional<UUID> older,
            Optional<UUID> newer,
            String fileName,
            int kilobytes,
            boolean picture,
            String hash,
            String by,
            List<ProvedLine> proves,
            List<LookLine> looks,
            boolean mayFile,
            boolean mayCheck,
            UUID formId) {}

    @CheckedTemplate(basePath = "evidence")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(UUID client, ListView evidence);

        static native TemplateInstance piece(UUID client, View piece);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance list(
            UUID client,
            @QueryParam("requirement") @DefaultValue("") String requirement,
            @QueryParam("from") @DefaultValue("0") String from) {
        Reader.Seat seat = reader.at(client);
        Optional<UUID> reach = rights.reach(seat);
        Catalogue catalogue = library.catalogue();
        String key = catalogue.requirement(requirement).map(Requirement::id).orElse("");
        int first = first(from);
        List<EvidenceReport.Row> rows = report.newest(client, reach, key, first, A_PAGE + 1);
        boolean whole = key.isEmpty() && first == 0;
        return Templates.list(
                client,
                new ListView(
                        key,
                        whole ? lines(seat, report.toRenew(client, reach, horizon(seat), A_PAGE)) : List.of(),
                        whole ? missing(client, seat, reach, catalogue) : List.of(),
                        lines(seat, rows.stream().limit(A_PAGE).toList()),
                        first == 0 ? -1 : Math.max(0, first - A_PAGE),
                        rows.size() > A_PAGE ? first + A_PAGE : -1,
                        rights.filesEvidence(seat)));
    }

    private static int first(String from) {
        return from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
    }

    private List<Line> lines(Reader.Seat seat, List<EvidenceReport.Row> rows) {
        LocalDate today = today(seat);
        Lang lang = words.lang();
        return rows.stream()
                .map(r -> {
                    Validity validity =
                            Validity.of(r.until(), today, seat.auditOn().orElse(today));
                    return new Line(
                            r.id(),
                            r.title(),
                            words.sort(r.sort()),
                            r.department().map(d -> d.in(lang)).orElseGet(words.messages()::whole_factory),
                            validity.mark(),
                            words.holds(r.until(), validity),
                            r.accepted().map(a -> a ? "yes" : "no").orElse(""),
                            r.picture(),
                            r.proves());
                })
                .toList();
    }

    /** Kinds that end some day, and of which nothing is there for departments that answer for their requirement. */
    private List<Missing> missing(UUID client, Reader.Seat seat, Optional<UUID> reach, Catalogue catalogue) {
        List<Department> reached = departments.reachedBy(seat);
        List<EvidenceReport.Standing> standing = report.standing(client, reach);
        List<Missing> missing = new ArrayList<>();
        for (Requirement r : catalogue.requirements()) {
            for (Requirement.EvidenceKind kind : r.evidence()) {
                if (kind.valid().isEmpty()) {
                    continue;
                }
                List<EvidenceReport.Standing> there = standing.stream()
                        .filter(s -> s.requirement().equals(r.id()) && s.kind().equals(kind.id()))
                        .toList();
                String without = reached.stream()
                        .filter(d -> r.departments().contains(d.kind()))
                        .filter(d -> there.stream()
                                .noneMatch(
                                        s -> s.department().map(d.id()::equals).orElse(true)))
                        .map(d -> d.name().in(words.lang()))
                        .collect(Collectors.joining(words.lang().comma()));
                if (!without.isEmpty()) {
                    missing.add(new Missing(
                            r.id(),
                            kind.id(),
                            kind.title().in(words.lang()),
                            r.title().in(words.lang()),
                            without));
                }
            }
        }
        return missing;
    }

    @GET
    @Path("{evidence}")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance piece(UUID client, UUID evidence) {
        Reader.Seat seat = reader.at(client);
        EvidenceReport.Piece p = reached(client, evidence);
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        LocalDate today = today(seat);
        LocalDate audit = seat.auditOn().orElse(today);
        List<EvidenceReport.Proved> proves = report.proves(client, evidence);
        Optional<LocalDate> until = proves.stream()
                .flatMap(r -> r.until().stream())
                .min(LocalDate::compareTo)
                .or(p::expiresOn);
        Validity validity = Validity.of(until, today, audit);
        List<ProvedLine> lines = proves.stream()
                .map(r -> {
                    Optional<Requirement> requirement = catalogue.requirement(r.requirement());
                    Validity held = Validity.of(r.until(), today, audit);
                    return new ProvedLine(
                            r.requirement(),
                            requirement.map(q -> q.title().in(lang)).orElse(""),
                            requirement.stream()
                                    .flatMap(q -> q.evidence().stream())
                                    .filter(k -> k.id().equals(r.kind()))
                                    .map(k -> k.title().in(lang))
                                    .findFirst()
                                    .orElse(""),
                            held.mark(),
                            words.holds(r.until(), held));
                })
                .toList();
        boolean current = p.revisedBy().isEmpty();
        return Templates.piece(
                client,
                new View(
                        p.id(),
                        p.title(),
                        words.sort(p.sort()),
                        p.departmentName().map(n -> n.in(lang)).orElseGet(words.messages()::whole_factory),
                        current ? validity.mark() : "na",
                        current
                                ? words.holds(until, validity)
                                : words.messages().revised(),
                        p.coversTo()
                                .map(to -> p.coversFrom()
                                        .map(from -> from + " – " + to)
                                        .orElse(to.toString()))
                                .orElse(""),
                        p.madeOn().toString(),
                        WHEN.format(p.receivedAt().atZone(seat.zone())),
                        p.expiresOn().map(LocalDate::toString).orElse(""),
                        p.original(),
                        p.historicNote(),
                        p.revision(),
                        p.revises(),
                        p.revisedBy(),
                        p.file().name(),
                        (p.file().size() + 1023) / 1024,
                        p.file().picture(),
                        HexFormat.of().formatHex(p.file().sha256()),
                        p.filedByName(),
                        lines,
                        report.looks(client, evidence).stream()
                                .map(l -> new LookLine(
                                        l.accepted(), l.note(), l.byName(), WHEN.format(l.at().atZone(seat.zone()))))
                                .toList(),
                        current && rights.filesEvidence(seat) && filesFor(seat, p),
                        current && !p.filedBy().equals(reader.get().account()),
                        Ids.next()));
    }

    private boolean filesFor(Reader.Seat seat, EvidenceReport.Piece p) {
        return rights.reach(seat)
                .map(own -> p.department().equals(Optional.of(own)))
                .orElse(true);
    }

    @GET
    @Path("{evidence}/file")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response file(UUID client, UUID evidence) {
        return files.handOut(client, reached(client, evidence).file());
    }

    /** The piece if it is of the whole factory or of a department within reach; not found otherwise. */
    EvidenceReport.Piece reached(UUID client, UUID evidence) {
        EvidenceReport.Piece piece = report.piece(client, evidence).orElseThrow(NotFoundException::new);
        piece.department().ifPresent(d -> rights.requireReach(reader.at(client), d));
        return piece;
    }

    /** What ends until then is to be renewed now. */
    private LocalDate horizon(Reader.Seat seat) {
        return Renewal.horizon(today(seat), seat.auditOn());
    }

    private LocalDate today(Reader.Seat seat) {
        return LocalDate.now(clock.withZone(seat.zone()));
    }
}
