package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.Closing;
import auditorium.improvement.domain.DueDate;
import auditorium.improvement.domain.Effectiveness;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.Verification;
import auditorium.library.Catalogue;
import auditorium.library.content.Cause;
import auditorium.library.content.Requirement;
import auditorium.library.content.TaskTemplate;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A finding as its page shows it to somebody. */
@ApplicationScoped
class FindingSheet {

    private static final Comparator<Past> NEWEST_FIRST =
            Comparator.comparing(Past::moment).reversed();

    private final Findings findings;
    private final FindingRevisions revisions;
    private final FindingSteps happened;
    private final Tasks tasks;
    private final Improvement improvement;
    private final Departments departments;
    private final People people;
    private final ClientLibrary library;
    private final Rights rights;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    FindingSheet(
            Findings findings,
            FindingRevisions revisions,
            FindingSteps happened,
            Tasks tasks,
            Improvement improvement,
            Departments departments,
            People people,
            ClientLibrary library,
            Rights rights,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language) {
        this.findings = findings;
        this.revisions = revisions;
        this.happened = happened;
        this.tasks = tasks;
        this.improvement = improvement;
        this.departments = departments;
        this.people = people;
        this.library = library;
        this.rights = rights;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
    }

    /** All that the page shows. {@code missing} is what stands between the finding and its being verified, or empty. */
    record FindingView(
            UUID id,
            String label,
            UUID departmentId,
            String department,
            String requirement,
            String requirementTitle,
            String grade,
            String origin,
            String basis,
            String source,
            String fact,
            String openedBy,
            String openedOn,
            String state,
            String closedOn,
            String missing,
            boolean systemic,
            long times,
            String containment,
            List<String> whys,
            String cause,
            List<TaskCard> tasks,
            List<Proposal> proposals,
            List<FindingPages.OwnerChoice> owners,
            List<String> kinds,
            CheckView check,
            List<Sister> sisters,
            List<Past> history,
            String today,
            String due,
            UUID formId,
            UUID otherFormId) {}

    /** The later look whether it worked. {@code objection} says why this reader may not; {@code early}: it can't be confirmed yet. */
    record CheckView(String on, boolean due, boolean early, String objection, List<TaskCard> tasks) {}

    /** A task that could be given out, filled in as the template and the client suggest. */
    record Proposal(
            String template,
            String kind,
            String title,
            String action,
            String role,
            List<FindingPages.OwnerChoice> owners,
            String due,
            String closesWith,
            boolean chosen) {}

    /** Another department that answers for the same requirement; {@code label} of its open finding, or empty. */
    record Sister(UUID id, String name, UUID finding, String label, boolean reached) {}

    /** Something that happened to it; {@code words} of a revision follow as a list. */
    record Past(String kind, String note, List<String> words, String by, String at, Instant moment) {}

    FindingView of(UUID client, Finding finding) {
        Lang lang = language.lang();
        Reader.Seat seat = reader.at(client);
        ZoneId zone = seat.zone();
        LocalDate today = typed.today(client);
        Catalogue catalogue = library.catalogue();
        List<Task> planned = tasks.of(finding.id());
        List<TaskCard> cards =
                planned.stream().map(t -> TaskCard.of(t, lang, today)).toList();
        List<FindingRevision> understood = revisions.of(finding.id());
        FindingRevision.Words now = understood.isEmpty()
                ? FindingRevisions.asOpened(finding)
                : understood.get(understood.size() - 1).words();
        Optional<Requirement> requirement = catalogue.requirement(finding.requirement());
        List<Person> leaders = finding.open() ? people.leaders() : List.of();
        long earlier = findings.earlier(finding);
        boolean systemic = Closing.systemic(earlier, finding.timesBack());
        String missing = finding.state() != Finding.State.OPEN
                ? ""
                : new Closing(
                                planned.stream()
                                        .map(t -> new Closing.Part(t.kind(), t.state()))
                                        .toList(),
                                systemic)
                        .missing()
                        .map(Enum::name)
                        .orElse("");
        List<Department> all = departments.inOrder();
        return new FindingView(
                finding.id(),
                finding.label(),
                finding.department(),
                all.stream()
                        .filter(d -> d.id().equals(finding.department()))
                        .map(d -> d.name().in(lang))
                        .findFirst()
                        .orElse(""),
                finding.requirement(),
                requirement.map(r -> r.title().in(lang)).orElse(""),
                finding.grade().name(),
                finding.origin().name(),
                finding.basis().map(Enum::name).orElse(""),
                finding.source(),
                finding.fact(),
                finding.openedByName(),
                day(finding.openedAt(), zone),
                finding.state().name(),
                finding.closedAt().map(at -> day(at, zone)).orElse(""),
                missing,
                systemic,
                earlier + finding.timesBack() + 1,
                now.containment(),
                now.whys(),
                catalogue
                        .cause(now.cause() == null ? "" : now.cause())
                        .map(c -> name(c, lang))
                        .orElse(""),
                cards,
                finding.open() ? proposals(client, finding, planned, requirement, leaders, systemic) : List.of(),
                finding.open() ? FindingPages.owners(leaders, new UUID(0, 0), lang) : List.of(),
                Arrays.stream(TaskTemplate.Kind.values()).map(Enum::name).toList(),
                check(finding, cards, seat, today),
                requirement.map(r -> sisters(finding, r, all, seat)).orElse(List.of()),
                history(finding, understood, catalogue, zone),
                today.toString(),
                DueDate.of(today, finding.grade(), TaskTemplate.Kind.CORRECTIVE, seat.auditOn())
                        .toString(),
                Ids.next(),
                Ids.next());
    }

    static String name(Cause cause, Lang lang) {
        return cause.group().title().in(lang) + " · " + cause.title().in(lang);
    }

    private CheckView check(Finding finding, List<TaskCard> cards, Reader.Seat seat, LocalDate today) {
        LocalDate on = finding.checkOn().orElse(today);
        boolean verified = finding.state() == Finding.State.VERIFIED;
        return new CheckView(
                finding.checkOn().map(LocalDate::toString).orElse(""),
                verified && !today.isBefore(on),
                Effectiveness.tooEarly(on, today),
                verified
                        ? improvement
                                .objection(finding, reader.get(), seat)
                                .map(Verification.Objection::name)
                                .orElse("")
                        : "",
                cards.stream()
                        .filter(c -> c.state().equals(TaskState.VERIFIED.name()))
                        .toList());
    }

    /** The templates of the requirement that are not planned yet; the first is chosen beforehand, for the systemic a preventive one. */
    private List<Proposal> proposals(
            UUID client,
            Finding finding,
            List<Task> planned,
            Optional<Requirement> requirement,
            List<Person> leaders,
            boolean systemic) {
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        List<TaskTemplate> left = requirement.map(Requirement::tasks).orElse(List.of()).stream()
                .filter(id -> planned.stream()
                        .noneMatch(t -> t.template().filter(id::equals).isPresent()))
                .map(id -> catalogue.task(id).orElseThrow())
                .toList();
        List<Proposal> proposals = new ArrayList<>();
        for (TaskTemplate template : left) {
            UUID suggested = people.inRole(template.owner()).map(Person::id).orElse(new UUID(0, 0));
            boolean first = planned.isEmpty() && proposals.isEmpty();
            boolean preventive = systemic && template.kind() == TaskTemplate.Kind.PREVENTIVE;
            proposals.add(new Proposal(
                    template.id(),
                    template.kind().name(),
                    template.title().in(lang),
                    template.action().in(lang),
                    template.owner().title().in(lang),
                    FindingPages.owners(leaders, suggested, lang),
                    DueDate.of(
                                    typed.today(client),
                                    finding.grade(),
                                    template.days(),
                                    reader.at(client).auditOn())
                            .toString(),
                    template.closesWith().in(lang),
                    first || preventive));
        }
        return proposals;
    }

    /** The other departments that answer for the requirement. What they have found is shown to those who reach them only. */
    private List<Sister> sisters(Finding finding, Requirement requirement, List<Department> all, Reader.Seat seat) {
        Map<UUID, Finding> open = new HashMap<>();
        findings.on(finding.requirement()).stream()
                .filter(f -> f.state() == Finding.State.OPEN)
                .forEach(f -> open.put(f.department(), f));
        Optional<UUID> own = rights.reach(seat);
        return all.stream()
                .filter(d -> !d.id().equals(finding.department()))
                .filter(d -> requirement.departments().contains(d.kind()))
                .map(d -> {
                    boolean reached = own.isEmpty();
                    Optional<Finding> theirs = reached ? Optional.ofNullable(open.get(d.id())) : Optional.empty();
                    return new Sister(
                            d.id(),
                            d.name().in(language.lang()),
                            theirs.map(Finding::id).orElse(d.id()),
                            theirs.map(Finding::label).orElse(""),
                            reached);
                })
                .toList();
    }

    private List<Past> history(Finding finding, List<FindingRevision> understood, Catalogue catalogue, ZoneId zone) {
        List<Past> all = new ArrayList<>();
        happened.of(finding.id())
                .forEach(s -> all.add(new Past(
                        s.kind().name(), s.note(), List.of(), s.madeByName(), when(s.madeAt(), zone), s.madeAt())));
        boolean first = true;
        for (FindingRevision r : understood) {
            List<String> words = new ArrayList<>();
            words.add(r.words().fact());
            if (!r.words().containment().isEmpty()) {
                words.add(r.words().containment());
            }
            words.addAll(r.words().whys());
            r.cause().flatMap(catalogue::cause).ifPresent(c -> words.add(name(c, language.lang())));
            all.add(new Past(
                    first ? "OPENED" : "REVISED",
                    r.words().reason(),
                    words,
                    r.madeByName(),
                    when(r.madeAt(), zone),
                    r.madeAt()));
            first = false;
        }
        if (understood.isEmpty()) {
            all.add(new Past(
                    "OPENED",
                    "",
                    List.of(finding.fact()),
                    finding.openedByName(),
                    when(finding.openedAt(), zone),
                    finding.openedAt()));
        }
        all.sort(NEWEST_FIRST);
        return all;
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }

    private static String when(Instant at, ZoneId zone) {
        return TaskSheet.WHEN.format(at.atZone(zone));
    }
}
