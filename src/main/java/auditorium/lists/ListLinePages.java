package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Requirement;
import auditorium.lists.domain.Wanted;
import auditorium.platform.Fields;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One list: its lines, what each asks for, its editions, and the way out as a workbook. */
@Path("/c/{client}/lists/{list}")
@Produces(MediaType.TEXT_HTML)
class ListLinePages {

    private static final int PAGE = 50;
    /** From this resemblance on a suggestion is ticked, so that a look and the button are enough. */
    static final int LIKELY = 30;

    private static final int LONGEST_SECTION = 200;

    private final ListReport report;
    private final Editions editions;
    private final Decisions decisions;
    private final ClientLibrary library;
    private final ListSheet sheet;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    ListLinePages(
            ListReport report,
            Editions editions,
            Decisions decisions,
            ClientLibrary library,
            ListSheet sheet,
            Rights rights,
            CurrentReader reader,
            Words words) {
        this.report = report;
        this.editions = editions;
        this.decisions = decisions;
        this.library = library;
        this.sheet = sheet;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** A requirement that a line may ask for; {@code percent} is how much it resembles, 0 when it was not suggested. */
    record Choice(String key, String title, boolean chosen, int percent) {}

    /** A line as the page shows it; {@code other} is its text in the language that the reader does not read. */
    record LineView(
            UUID id,
            int position,
            String reference,
            String words,
            String other,
            String grade,
            boolean toCheck,
            String seen,
            boolean decided,
            List<Choice> choices,
            String typed) {}

    /** A section with how many lines it has. */
    record SectionView(String title, int lines, boolean chosen) {}

    /** An edition in the list's history. */
    record PastView(
            UUID id,
            int number,
            String fileName,
            String state,
            String by,
            String at,
            String undone,
            boolean compared) {}

    /** Lines under one heading. */
    record Group(String section, List<LineView> lines) {}

    /** The page. */
    record View(
            UUID id,
            String title,
            boolean archived,
            boolean counts,
            int total,
            int open,
            int look,
            String show,
            List<SectionView> sections,
            String section,
            List<Group> groups,
            int found,
            int page,
            int pages,
            List<PastView> past,
            String draft,
            boolean manages,
            List<Choice> keys,
            List<Choice> kinds) {}

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(UUID client, View view, String problem);
    }

    /** Where on the list the reader is. */
    private record At(ListReport.Show show, String section, int page) {

        static At of(@Nullable String show, @Nullable String section, @Nullable String page) {
            return new At(
                    Fields.named(ListReport.Show.values(), show).orElse(ListReport.Show.ALL),
                    Fields.text(section, LONGEST_SECTION),
                    Fields.page(page));
        }

        String query() {
            return "?show=" + show + "&page=" + page + "&section=" + URLEncoder.encode(section, StandardCharsets.UTF_8);
        }
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance list(
            UUID client,
            UUID list,
            @QueryParam("show") @Nullable String show,
            @QueryParam("section") @Nullable String section,
            @QueryParam("page") @Nullable String page) {
        return page(client, list, At.of(show, section, page), "", Map.of());
    }

    private ListReport.Row find(UUID client, UUID list) {
        return report.list(client, list).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(UUID client, UUID list, At at, String problem, Map<UUID, String> typed) {
        ListReport.Row row = find(client, list);
        Reader.Seat seat = reader.at(client);
        Catalogue catalogue = library.catalogue();
        Lang lang = words.lang();
        UUID edition = row.current().orElse(new UUID(0, 0));
        ListReport.Lines lines = report.lines(client, edition, at.show(), at.section(), (at.page() - 1) * PAGE, PAGE);
        if (lines.lines().isEmpty() && at.page() > 1) {
            return page(client, list, new At(at.show(), at.section(), 1), problem, typed);
        }
        Map<String, List<LineView>> groups = new LinkedHashMap<>();
        lines.lines()
                .forEach(l -> groups.computeIfAbsent(l.line().section(), k -> new ArrayList<>())
                        .add(view(l, catalogue, lang, typed.getOrDefault(l.id(), ""))));
        return Templates.list(
                client,
                new View(
                        list,
                        row.title(),
                        row.archived(),
                        row.current().isPresent(),
                        row.lines(),
                        row.open(),
                        row.look(),
                        at.show().name(),
                        sections(client, edition, at.section()),
                        at.section(),
                        groups.entrySet().stream()
                                .map(g -> new Group(g.getKey(), g.getValue()))
                                .toList(),
                        lines.total(),
                        at.page(),
                        Math.max(1, (lines.total() + PAGE - 1) / PAGE),
                        past(client, list, seat.zone()),
                        row.draft().map(UUID::toString).orElse(""),
                        rights.managesLists(seat),
                        catalogue.requirements().stream()
                                .filter(r -> !Wanted.own(r.id()))
                                .map(r -> new Choice(r.id(), r.title().in(lang), false, 0))
                                .toList(),
                        Arrays.stream(DepartmentKind.values())
                                .map(k -> new Choice(k.name(), k.title().in(lang), false, 0))
                                .toList()),
                problem);
    }

    private List<SectionView> sections(UUID client, UUID edition, String chosen) {
        return report.sections(client, edition).entrySet().stream()
                .map(s -> new SectionView(s.getKey(), s.getValue(), s.getKey().equals(chosen)))
                .toList();
    }

    private LineView view(ListReport.Line l, Catalogue catalogue, Lang lang, String typed) {
        boolean zh =
                (lang == Lang.ZH && !l.line().zh().isEmpty()) || l.line().en().isEmpty();
        Map<String, Integer> suggested = suggested(l.suggested());
        Set<String> keys = new LinkedHashSet<>(l.keys());
        keys.remove(Wanted.NOTHING);
        keys.addAll(suggested.keySet());
        List<Choice> choices = new ArrayList<>();
        boolean first = true;
        for (String key : keys) {
            boolean likely = l.keys().isEmpty() && first && suggested.getOrDefault(key, 0) >= LIKELY;
            first = false;
            choices.add(new Choice(
                    key,
                    catalogue.requirement(key).map(r -> r.title().in(lang)).orElse(""),
                    l.keys().contains(key) || likely,
                    suggested.getOrDefault(key, 0)));
        }
        choices.add(new Choice(
                Wanted.NOTHING, words.buyer().asks_nothing(), l.keys().contains(Wanted.NOTHING), 0));
        return new LineView(
                l.id(),
                l.position(),
                l.line().reference(),
                zh ? l.line().zh() : l.line().en(),
                zh ? l.line().en() : l.line().zh(),
                l.line().grade().map(Enum::name).orElse(""),
                l.toCheck(),
                String.join(" ", l.keys()),
                !l.keys().isEmpty(),
                choices,
                typed);
    }

    /** {@code SC-22:64 HS-05:41}, best first. */
    private static Map<String, Integer> suggested(String written) {
        Map<String, Integer> suggested = new LinkedHashMap<>();
        for (String pair : written.split(" ", -1)) {
            int middle = pair.indexOf(':');
            if (middle > 0) {
                suggested.put(pair.substring(0, middle), Integer.parseInt(pair.substring(middle + 1)));
            }
        }
        return suggested;
    }

    private List<PastView> past(UUID client, UUID list, ZoneId zone) {
        return report.editions(client, list).stream()
                .map(p -> new PastView(
                        p.id(),
                        p.number(),
                        p.fileName(),
                        p.state().name(),
                        p.madeBy(),
                        p.madeAt().atZone(zone).toLocalDate().toString(),
                        p.undoneBy(),
                        p.compared()))
                .toList();
    }

    /** Keeps what was decided about the lines of one page. */
    @POST
    @Path("decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public Response decide(UUID client, UUID list, MultivaluedMap<String, String> form) {
        ListReport.Row row = find(client, list);
        At at = At.of(form.getFirst("show"), form.getFirst("section"), form.getFirst("page"));
        Catalogue catalogue = library.catalogue();
        List<Decisions.Decision> made = new ArrayList<>();
        Map<UUID, String> strange = new LinkedHashMap<>();
        for (String id :
                form.getOrDefault("line", List.of()).stream().limit(PAGE).toList()) {
            UUID line = UUID.fromString(id.matches("[0-9a-f-]{36}") ? id : "00000000-0000-0000-0000-000000000000");
            made.add(decision(line, form, catalogue, strange));
        }
        Map<UUID, String> places = places(client, row, made, catalogue);
        if (row.current().isEmpty()
                || !decisions.decide(client, list, made, places, reader.get().account())) {
            return Response.status(409)
                    .entity(page(client, list, at, words.buyer().changed_meanwhile(), Map.of()))
                    .build();
        }
        if (!strange.isEmpty()) {
            return Response.status(422)
                    .entity(page(
                            client,
                            list,
                            at,
                            words.buyer().unknown_keys(String.join(", ", new LinkedHashSet<>(strange.values()))),
                            strange))
                    .build();
        }
        return to(client, list, at.query());
    }

    /** The difference between what the page showed and what was sent, so that two who decide at once lose nothing. */
    private static Decisions.Decision decision(
            UUID line, MultivaluedMap<String, String> form, Catalogue catalogue, Map<UUID, String> strange) {
        Set<String> seen = new LinkedHashSet<>(Wanted.read(String.valueOf(form.getFirst("seen-" + line)), "", "")
                .keys());
        Set<String> ticked = new LinkedHashSet<>(form.getOrDefault("map-" + line, List.of()));
        String typed = Fields.text(form.getFirst("more-" + line), ListPages.LONGEST_TITLE);
        List<String> named = Wanted.read(typed, "", "").keys();
        ticked.addAll(named);
        ticked.removeIf(k -> !seen.contains(k)
                && !k.equals(Wanted.NOTHING)
                && catalogue.requirement(k).isEmpty());
        if (!typed.isEmpty() && (named.isEmpty() || !ticked.containsAll(named))) {
            strange.put(line, typed);
        }
        Optional<DepartmentKind> own = Fields.named(DepartmentKind.values(), form.getFirst("own-" + line));
        Set<String> added = new LinkedHashSet<>(ticked);
        added.removeAll(seen);
        Set<String> ended = new LinkedHashSet<>(seen);
        ended.removeAll(ticked);
        return new Decisions.Decision(line, added, ended, own, form.containsKey("looked-" + line));
    }

    /** An own requirement is looked at where the requirement is that its line resembles most. */
    private Map<UUID, String> places(
            UUID client, ListReport.Row row, List<Decisions.Decision> made, Catalogue catalogue) {
        Map<UUID, String> places = new HashMap<>();
        Set<UUID> own = new LinkedHashSet<>();
        made.stream().filter(d -> d.own().isPresent()).forEach(d -> own.add(d.line()));
        if (!own.isEmpty() && row.current().isPresent()) {
            editions.suggested(client, row.current().get(), own)
                    .forEach((line, suggested) -> suggested(suggested).keySet().stream()
                            .findFirst()
                            .flatMap(catalogue::requirement)
                            .map(Requirement::place)
                            .ifPresent(p -> places.put(line, p)));
        }
        return places;
    }

    /** Puts the list away, or takes it out again. */
    @POST
    @Path("archiving")
    @Transactional
    @PermissionsAllowed(Rights.LISTS)
    public Response archive(UUID client, UUID list, MultivaluedMap<String, String> form) {
        find(client, list);
        decisions.archive(
                client, list, !"out".equals(form.getFirst("way")), reader.get().account());
        return to(client, list, "");
    }

    /** The list with what was decided; read in again, it is the same list. */
    @GET
    @Path("list.xlsx")
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response workbook(UUID client, UUID list) {
        ListReport.Row row = find(client, list);
        byte[] bytes = sheet.write(client, row, library.catalogue(), words.lang());
        return Download.xlsx(bytes, reader.at(client).code() + "-" + row.title() + "-" + row.number() + ".xlsx");
    }

    private static Response to(UUID client, UUID list, String query) {
        return Response.seeOther(URI.create("/c/" + client + "/lists/" + list + query))
                .build();
    }
}
