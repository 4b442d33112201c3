package auditorium.evidence;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.files.FileBox;
import auditorium.files.KeptFile;
import auditorium.library.Catalogue;
import auditorium.library.content.Area;
import auditorium.library.content.Requirement;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Filing a piece of evidence, from the phone or the desk, or a newer revision of one. Only the factory's own people do. */
@Path("/c/{client}/evidence-filings")
@Produces(MediaType.TEXT_HTML)
class EvidenceFilingPages {

    /** Of an area: only own requirements of a client can be more, and each of them offers this form for itself. */
    private static final int MOST_OFFERED = 300;

    private final EvidencePages pages;
    private final EvidenceReport report;
    private final EvidenceFiling filing;
    private final FileBox files;
    private final Departments departments;
    private final ClientLibrary library;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;
    private final Clock clock;

    EvidenceFilingPages(
            EvidencePages pages,
            EvidenceReport report,
            EvidenceFiling filing,
            FileBox files,
            Departments departments,
            ClientLibrary library,
            Rights rights,
            CurrentReader reader,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.report = report;
        this.filing = filing;
        this.files = files;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** Something to choose. */
    record Choice(String id, String title, boolean chosen) {}

    /** Kinds of evidence of one area, to choose from. */
    record Group(String title, List<Choice> choices) {}

    /** What the form offers. {@code near} are the kinds of the requirement that it was opened for. */
    record Offer(List<Choice> sorts, boolean whole, List<Choice> departments, List<Choice> near, List<Group> others) {}

    @CheckedTemplate(basePath = "evidence")
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(
                UUID client,
                FilingForm.Values form,
                Offer offer,
                String requirement,
                String requirementTitle,
                String revisedTitle,
                List<String> problems,
                String today);
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.FILE_EVIDENCE)
    public TemplateInstance blank(
            UUID client,
            @QueryParam("requirement") @DefaultValue("") String requirement,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("department") @DefaultValue("") String department,
            @QueryParam("revises") @DefaultValue("") String revises) {
        Catalogue catalogue = library.catalogue();
        Reader.Seat seat = reader.at(client);
        String id = Ids.next().toString();
        if (!revises.isEmpty()) {
            EvidenceReport.Piece old = revisable(client, revises);
            List<EvidenceReport.Proved> proved = report.proves(client, old.id());
            return form(
                    client,
                    new FilingForm.Values(
                            id,
                            old.title(),
                            old.sort(),
                            old.department().map(UUID::toString).orElse(""),
                            proved.stream()
                                    .map(p -> p.requirement() + "/" + p.kind())
                                    .toList(),
                            "",
                            "",
                            "",
                            "",
                            old.original(),
                            "",
                            old.id().toString()),
                    proved.stream()
                            .map(EvidenceReport.Proved::requirement)
                            .findFirst()
                            .orElse(""),
                    List.of());
        }
        Optional<Requirement> asked = catalogue.requirement(requirement);
        List<String> near = asked.map(FilingForm::keys).orElse(List.of());
        String title = asked.stream()
                .flatMap(r -> r.evidence().stream())
                .filter(k -> k.id().equals(kind))
                .map(k -> k.title().in(words.lang()))
                .findFirst()
                .orElse("");
        List<String> chosen = near.size() == 1
                ? near
                : near.stream().filter(k -> k.endsWith("/" + kind)).toList();
        String where = rights.reach(seat).map(UUID::toString).orElse(FilingForm.text(department, 36));
        return form(
                client,
                new FilingForm.Values(id, title, "", where, chosen, "", "", "", "", "", "", ""),
                asked.map(Requirement::id).orElse(""),
                List.of());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.FILE_EVIDENCE)
    public Response file(
            UUID client,
            @BeanParam FilingForm typed,
            @RestForm @Nullable String requirement,
            @RestForm("file") List<FileUpload> sent) {
        FilingForm.Values v = typed.values();
        UUID id = FilingForm.uuid(v.id()).orElseGet(Ids::next);
        if (filing.filed(client, id)) {
            return to(client, id); // sent twice
        }
        Reader.Seat seat = reader.at(client);
        Optional<EvidenceReport.Piece> old =
                v.revises().isEmpty() ? Optional.empty() : Optional.of(revisable(client, v.revises()));
        FilingForm.Values checkedValues = old.map(o -> where(v, o)).orElse(v);
        FilingForm.Outcome outcome = FilingForm.check(
                checkedValues,
                library.catalogue(),
                departments.reachedBy(seat),
                seat.role().reachesAll(),
                today(seat),
                words.messages());
        List<FileUpload> given = sent.stream().filter(f -> f.size() > 0).toList();
        List<String> problems =
                given.isEmpty() ? plus(outcome.problems(), words.messages().file_missing()) : outcome.problems();
        if (!problems.isEmpty()) {
            return again(client, checkedValues, requirement, problems, 422);
        }
        KeptFile kept;
        try {
            kept = files.keep(client, given.get(0));
        } catch (Refusal no) {
            return again(client, checkedValues, requirement, List.of(no.words()), no.status());
        }
        FilingForm.Checked checked = outcome.checked().orElseThrow();
        Instant now = clock.instant();
        filing.file(new EvidenceFiling.Piece(
                client,
                id,
                checked.department().map(Department::id),
                checked.sort(),
                v.title(),
                checked.proof(),
                v.original(),
                checked.proof().historic() ? v.historicNote() : "",
                old.map(EvidenceReport.Piece::id),
                old.map(o -> o.revision() + 1).orElse(1),
                checked.proves(),
                kept,
                reader.get().account(),
                reader.get().name(),
                now,
                now));
        return to(client, id);
    }

    /** What was typed stays; the file has to be chosen once more, because browsers give no file back. */
    private Response again(
            UUID client, FilingForm.Values v, @Nullable String requirement, List<String> problems, int status) {
        return Response.status(status)
                .entity(form(client, v, FilingForm.text(requirement, 20), problems))
                .build();
    }

    /** A revision speaks for the same department as the piece that it stands in front of. */
    private static FilingForm.Values where(FilingForm.Values v, EvidenceReport.Piece old) {
        return new FilingForm.Values(
                v.id(),
                v.title(),
                v.sort(),
                old.department().map(UUID::toString).orElse(""),
                v.proves(),
                v.coversFrom(),
                v.coversTo(),
                v.madeOn(),
                v.expiresOn(),
                v.original(),
                v.historicNote(),
                v.revises());
    }

    /** The piece that is to be revised: within the writer's reach, and the newest of its line. */
    private EvidenceReport.Piece revisable(UUID client, String id) {
        EvidenceReport.Piece old = pages.reached(client, FilingForm.uuid(id).orElseThrow(NotFoundException::new));
        if (!rights.reach(reader.at(client))
                .map(own -> old.department().equals(Optional.of(own)))
                .orElse(true)) {
            throw new NotFoundException();
        }
        if (old.revisedBy().isPresent()) {
            throw new Refusal(409, words.messages().revised_meanwhile());
        }
        return old;
    }

    private TemplateInstance form(UUID client, FilingForm.Values v, String requirement, List<String> problems) {
        Catalogue catalogue = library.catalogue();
        Reader.Seat seat = reader.at(client);
        Lang lang = words.lang();
        Optional<Requirement> asked = catalogue.requirement(requirement);
        List<Choice> near = asked.map(r -> choices(List.of(r), v, lang)).orElse(List.of());
        List<Group> others = catalogue.areas().stream()
                .map((Area a) -> new Group(
                        a.title().in(lang),
                        choices(
                                catalogue.requirements().stream()
                                        .filter(r -> r.area().equals(a.id())
                                                && asked.filter(r::equals).isEmpty())
                                        .limit(MOST_OFFERED)
                                        .toList(),
                                v,
                                lang)))
                .toList();
        String revised = FilingForm.uuid(v.revises())
                .flatMap(u -> report.piece(client, u))
                .map(EvidenceReport.Piece::title)
                .orElse("");
        return Templates.form(
                client,
                v,
                new Offer(
                        Arrays.stream(Sort.values())
                                .map(s -> new Choice(
                                        s.name(), words.sort(s.name()), s.name().equals(v.sort())))
                                .toList(),
                        seat.role().reachesAll(),
                        departments.reachedBy(seat).stream()
                                .map(d -> new Choice(
                                        d.id().toString(),
                                        d.name().in(lang),
                                        d.id().toString().equals(v.department())))
                                .toList(),
                        near,
                        others),
                asked.map(Requirement::id).orElse(""),
                asked.map(r -> r.title().in(lang)).orElse(""),
                revised,
                problems,
                today(seat).toString());
    }

    private static List<Choice> choices(List<Requirement> requirements, FilingForm.Values v, Lang lang) {
        return requirements.stream()
                .flatMap(r -> r.evidence().stream()
                        .map(k -> new Choice(
                                r.id() + "/" + k.id(),
                                r.id() + " " + k.title().in(lang),
                                v.proves().contains(r.id() + "/" + k.id()))))
                .toList();
    }

    private LocalDate today(Reader.Seat seat) {
        return LocalDate.now(clock.withZone(seat.zone()));
    }

    private static List<String> plus(List<String> problems, String one) {
        return java.util.stream.Stream.concat(problems.stream(), java.util.stream.Stream.of(one))
                .toList();
    }

    private static Response to(UUID client, UUID id) {
        return Response.seeOther(URI.create("/c/" + client + "/evidence/" + id)).build();
    }
}
