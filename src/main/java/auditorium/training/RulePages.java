package auditorium.training;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has to learn what, until when: rules, with whom they concern shown before they are saved. */
@Path("/c/{client}/training/rules")
@Produces(MediaType.TEXT_HTML)
class RulePages {

    private final AssignmentRules rules;
    private final Evaluation evaluation;
    private final RuleReport report;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final AssignWords words;
    private final Clock clock;

    RulePages(
            AssignmentRules rules,
            Evaluation evaluation,
            RuleReport report,
            Departments departments,
            Library library,
            Rights rights,
            CurrentReader reader,
            AssignWords words,
            Clock clock) {
        this.rules = rules;
        this.evaluation = evaluation;
        this.report = report;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** A rule in the list. */
    record Row(
            UUID id,
            String name,
            String who,
            String what,
            String when,
            long people,
            long open,
            long late,
            boolean own) {}

    /** Something to tick or choose. */
    record Choice(String id, String label, boolean chosen) {}

    /** A course with its lessons, to tick as a whole or one by one. */
    record CourseChoice(
            String id, String code, String title, int count, boolean chosen, boolean some, List<Choice> lessons) {}

    /** The form as it is filled in. {@code target} is where it goes, below the list of rules. */
    record FormView(
            String target,
            boolean fresh,
            String id,
            String name,
            String whom,
            List<Choice> who,
            List<Choice> departments,
            List<Choice> jobs,
            String requirements,
            List<CourseChoice> courses,
            String due,
            List<Choice> repeats,
            String months,
            String anchor,
            String early,
            String grace,
            List<String> problems,
            boolean ended) {}

    /** Whom it would concern. */
    record Preview(int people, int lessons, int held, int toLearn, int hours, List<PreviewRow> rows) {}

    /** Whom it would concern in one department. */
    record PreviewRow(String department, int people, int held, int toLearn) {}

    @CheckedTemplate(basePath = "training")
    static class Templates {
        private Templates() {}

        static native TemplateInstance rules(UUID client, List<Row> rules);

        static native TemplateInstance rule(UUID client, FormView form, Optional<Preview> preview);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance rules(UUID client) {
        Reader.Seat seat = reader.at(client);
        Optional<UUID> reach = rights.reach(seat);
        Catalogue catalogue = library.catalogue();
        List<Department> all = departments.inOrder();
        Map<UUID, RuleReport.Count> counts = report.counts(client, today(seat), reach);
        return Templates.rules(
                client,
                rules.inForce().stream()
                        .filter(r -> reach.isEmpty()
                                || r.within().isEmpty()
                                || r.within().equals(reach))
                        .map(r -> {
                            RuleTerms terms = r.terms();
                            RuleReport.Count count = counts.getOrDefault(r.id(), RuleReport.Count.NONE);
                            return new Row(
                                    r.id(),
                                    terms.name(),
                                    words.who(terms, r.within(), all),
                                    words.what(terms, catalogue),
                                    words.when(terms),
                                    count.people(),
                                    count.open(),
                                    count.late(),
                                    reach.isEmpty() || r.within().equals(reach));
                        })
                        .toList());
    }

    @GET
    @Path("new")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance fresh(UUID client) {
        RuleForm form = new RuleForm();
        form.id = Ids.next().toString();
        form.courses = library.catalogue().courses().stream().map(Course::id).toList();
        return page(client, Optional.empty(), form, List.of(), Optional.empty());
    }

    /** Shows whom the rule would concern; nothing is saved. */
    @POST
    @Path("previews")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance preview(UUID client, @BeanParam RuleForm form) {
        return previewed(client, Optional.empty(), form);
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response create(UUID client, @BeanParam RuleForm form) {
        Reader.Seat seat = reader.at(client);
        List<String> problems = new ArrayList<>();
        Optional<RuleTerms> terms = terms(seat, form, problems);
        if (terms.isEmpty()) {
            return refused(client, Optional.empty(), form, problems);
        }
        UUID id = form.newId().orElseGet(Ids::next);
        if (rules.findByIdOptional(id).isEmpty()) {
            rules.persist(new AssignmentRule(
                    id,
                    terms.get(),
                    rights.reach(seat),
                    today(seat),
                    reader.get().account(),
                    reader.get().name(),
                    clock.instant()));
            evaluation.evaluate(clock.instant());
        }
        return toList(client);
    }

    @GET
    @Path("{rule}")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance rule(UUID client, UUID rule) {
        AssignmentRule found = rules.reached(reader.at(client), rule);
        return page(client, Optional.of(found), RuleForm.of(found.terms()), List.of(), Optional.empty());
    }

    @POST
    @Path("{rule}/previews")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public TemplateInstance preview(UUID client, UUID rule, @BeanParam RuleForm form) {
        return previewed(client, Optional.of(rules.reached(reader.at(client), rule)), form);
    }

    /** Other terms from now on. What was achieved, and turns that were closed, stay. */
    @POST
    @Path("{rule}/terms")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response change(UUID client, UUID rule, @BeanParam RuleForm form) {
        Reader.Seat seat = reader.at(client);
        AssignmentRule found = rules.reached(seat, rule);
        List<String> problems = new ArrayList<>();
        Optional<RuleTerms> terms = terms(seat, form, problems);
        if (terms.isEmpty()) {
            return refused(client, Optional.of(found), form, problems);
        }
        found.change(terms.get());
        evaluation.evaluate(clock.instant());
        return toList(client);
    }

    @POST
    @Path("{rule}/end")
    @Transactional
    @PermissionsAllowed(Rights.ASSIGN)
    public Response end(UUID client, UUID rule) {
        AssignmentRule found = rules.reached(reader.at(client), rule);
        found.end(clock.instant());
        evaluation.evaluate(clock.instant());
        return toList(client);
    }

    private static Response toList(UUID client) {
        return Response.seeOther(URI.create("/c/" + client + "/training/rules")).build();
    }

    private LocalDate today(Reader.Seat seat) {
        return LocalDate.now(clock.withZone(seat.zone()));
    }

    private Optional<RuleTerms> terms(Reader.Seat seat, RuleForm form, List<String> problems) {
        Set<UUID> reached =
                departments.reachedBy(seat).stream().map(Department::id).collect(Collectors.toSet());
        return form.terms(
                library.catalogue(), reached, rights.reach(seat).isPresent(), words.messages(), problems::add);
    }

    private Response refused(UUID client, Optional<AssignmentRule> rule, RuleForm form, List<String> problems) {
        return Response.status(400)
                .entity(page(client, rule, form, problems, Optional.empty()))
                .build();
    }

    private TemplateInstance previewed(UUID client, Optional<AssignmentRule> rule, RuleForm form) {
        Reader.Seat seat = reader.at(client);
        List<String> problems = new ArrayList<>();
        Optional<Preview> preview = terms(seat, form, problems).map(terms -> {
            LocalDate today = today(seat);
            List<RuleReport.Affected> affected = report.affected(
                    new Coverage.Ranked(
                            Ids.next(),
                            terms,
                            rule.flatMap(AssignmentRule::within).or(() -> rights.reach(seat)),
                            rule.map(AssignmentRule::startsOn).orElse(today)),
                    library.catalogue(),
                    today,
                    seat.zone());
            int minutes =
                    affected.stream().mapToInt(RuleReport.Affected::minutes).sum();
            return new Preview(
                    affected.stream().mapToInt(RuleReport.Affected::people).sum(),
                    affected.stream().mapToInt(RuleReport.Affected::lessons).sum(),
                    affected.stream().mapToInt(RuleReport.Affected::held).sum(),
                    affected.stream().mapToInt(RuleReport.Affected::toLearn).sum(),
                    (minutes + 59) / 60,
                    affected.stream()
                            .map(a ->
                                    new PreviewRow(a.department().in(words.lang()), a.people(), a.held(), a.toLearn()))
                            .toList());
        });
        return page(client, rule, form, problems, preview);
    }

    private TemplateInstance page(
            UUID client,
            Optional<AssignmentRule> rule,
            RuleForm form,
            List<String> problems,
            Optional<Preview> preview) {
        Reader.Seat seat = reader.at(client);
        Optional<UUID> reach = rights.reach(seat);
        Lang lang = words.lang();
        AssignMessages m = words.messages();
        Catalogue catalogue = library.catalogue();
        List<Choice> who = new ArrayList<>();
        who.add(choice(Who.EVERYONE, reach.isEmpty() ? m.who_everyone() : m.who_own_department(), form.who));
        if (reach.isEmpty()) {
            who.add(choice(Who.DEPARTMENT, m.who_departments(), form.who));
        }
        who.add(choice(Who.JOB, m.who_jobs(), form.who));
        who.add(choice(Who.JOINER, m.who_joiner(), form.who));
        who.add(choice(Who.MOVER, m.who_mover(), form.who));
        who.add(choice(Who.REQUIREMENT, m.who_requirement(), form.who));
        List<Choice> repeats = List.of(
                choice(Repeat.ONCE, m.repeat_once(), form.repeat),
                choice(Repeat.COMPLETION, m.repeat_completion(), form.repeat),
                choice(Repeat.EXPIRY, m.repeat_expiry(), form.repeat),
                choice(Repeat.CALENDAR, m.repeat_calendar(), form.repeat));
        List<Choice> places = reach.isPresent()
                ? List.of()
                : departments.inOrder().stream()
                        .map(d -> new Choice(
                                d.id().toString(), d.name().in(lang), form.departments.contains(d.id().toString())))
                        .toList();
        List<String> known = new ArrayList<>(report.jobs(client, reach));
        form.jobs.stream().filter(j -> !known.contains(j)).forEach(known::add);
        List<CourseChoice> courses = catalogue.courses().stream()
                .map(c -> new CourseChoice(
                        c.id(),
                        c.code(),
                        c.title().in(lang),
                        c.lessons().size(),
                        form.courses.contains(c.id()),
                        c.lessons().stream().anyMatch(l -> form.lessons.contains(l.id())),
                        c.lessons().stream()
                                .map(l -> new Choice(
                                        l.id(), l.code() + " " + l.title().in(lang), form.lessons.contains(l.id())))
                                .toList()))
                .toList();
        return Templates.rule(
                client,
                new FormView(
                        rule.map(r -> "/" + r.id()).orElse(""),
                        rule.isEmpty(),
                        form.id == null ? "" : form.id,
                        form.name,
                        form.who,
                        who,
                        places,
                        known.stream()
                                .map(j -> new Choice(j, j, form.jobs.contains(j)))
                                .toList(),
                        form.requirements,
                        courses,
                        form.due,
                        repeats,
                        form.months,
                        form.anchor,
                        form.early,
                        form.grace,
                        problems,
                        rule.map(AssignmentRule::ended).orElse(false)),
                preview);
    }

    private static Choice choice(Enum<?> value, String label, String chosen) {
        return new Choice(value.name(), label, value.name().equals(chosen));
    }
}
