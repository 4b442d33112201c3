package auditorium.readiness;

import auditorium.evidence.EvidenceReport;
import auditorium.library.Catalogue;
import auditorium.library.content.Severity;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Countdown;
import auditorium.readiness.domain.Facts;
import auditorium.readiness.domain.Standing;
import auditorium.readiness.domain.Standing.Reason;
import auditorium.readiness.domain.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The countdown to a day: what {@link TimeMachine} shows to be missing then, as steps in the reader's language with a link each. */
final class Plan {

    private static final int TRAINING_DAYS = 14;
    /** So many answers somebody gives on a day of walking. */
    private static final int ANSWERS_A_DAY = 40;

    /** What a step is about. */
    record What(String icon, String title, String detail, String link) {}

    private final TimeMachine machine;
    private final Catalogue catalogue;
    private final BoardMessages m;
    private final Lang lang;
    private final boolean files;
    private final LocalDate today;
    private final Map<UUID, String> names;
    private final List<Countdown.Need<What>> needs = new ArrayList<>();

    private Plan(TimeMachine machine, Catalogue catalogue, BoardMessages m, Lang lang, boolean files, LocalDate today) {
        this.machine = machine;
        this.catalogue = catalogue;
        this.m = m;
        this.lang = lang;
        this.files = files;
        this.today = today;
        names = machine.names(lang);
    }

    /** {@code files}: whether the reader may file evidence. */
    static List<Countdown.Step<What>> of(
            TimeMachine machine,
            Catalogue catalogue,
            BoardMessages m,
            Lang lang,
            boolean files,
            LocalDate today,
            LocalDate day) {
        Plan plan = new Plan(machine, catalogue, m, lang, files, today);
        plan.tasks();
        plan.gaps();
        plan.evidence();
        plan.missing();
        plan.aged(day);
        plan.lapses();
        plan.newcomers();
        plan.recurring();
        return Countdown.of(plan.needs, today, day);
    }

    private void need(What what, int days, Optional<LocalDate> due, Optional<LocalDate> notBefore) {
        needs.add(new Countdown.Need<>(what, days, due, notBefore, what.title() + what.link()));
    }

    private void need(What what, int days) {
        need(what, days, Optional.empty(), Optional.empty());
    }

    private String name(UUID department) {
        return names.getOrDefault(department, "");
    }

    private void tasks() {
        for (TimeMachineReport.Open t : machine.tasks()) {
            need(
                    new What(
                            "task",
                            m.plan_task(t.title().in(lang)),
                            m.plan_task_detail(name(t.department()), t.owner()),
                            "/tasks/" + t.id()),
                    0,
                    Optional.of(t.dueOn()),
                    Optional.empty());
        }
    }

    /** Findings that nobody has planned anything for, and what nobody has looked at, or what failed without a finding. */
    private void gaps() {
        Map<UUID, Integer> unseen = new LinkedHashMap<>();
        for (Readiness.Cell cell : machine.then().cells()) {
            List<ClientFacts.Open> open = machine.then().findings(cell);
            for (ClientFacts.Open finding : open) {
                if (finding.task().isEmpty()) {
                    need(
                            new What(
                                    "flag",
                                    m.plan_finding(cell.requirement().title().in(lang)),
                                    m.plan_finding_detail(name(cell.department().id())),
                                    "/findings/" + finding.id()),
                            Remedy.of(cell, open, catalogue, files).days(),
                            stops(finding) ? Optional.of(today) : Optional.empty(),
                            Optional.empty());
                }
            }
            if (open.isEmpty() && looked(cell)) {
                unseen.merge(cell.department().id(), 1, Integer::sum);
            }
        }
        unseen.forEach((department, n) ->
                need(walk(department, m.plan_look(name(department)), m.plan_look_detail(n)), walking(n)));
    }

    /** What must not be for a single day is contained today. */
    private static boolean stops(ClientFacts.Open finding) {
        return finding.grade() == Severity.ZERO_TOLERANCE;
    }

    private static boolean looked(Readiness.Cell cell) {
        return cell.standing().state().filter(State::open).isPresent()
                && cell.standing().facts().stream()
                        .anyMatch(r -> r instanceof Reason.NotChecked
                                || (r instanceof Reason.Response s
                                        && s.answer().result().gap()));
    }

    private static What walk(UUID department, String title, String detail) {
        return new What("walk", title, detail, "/departments/" + department + "/walk");
    }

    private static int walking(int answers) {
        return 1 + answers / ANSWERS_A_DAY;
    }

    private void evidence() {
        for (EvidenceReport.Row e : machine.evidence()) {
            need(
                    new What(
                            "camera",
                            m.plan_renew(e.title()),
                            m.plan_renew_detail(
                                    e.until().map(u -> lang.day(u, today)).orElse("")),
                            files ? "/evidence-filings/new?revises=" + e.id() : "/evidence/" + e.id()),
                    Remedy.EVIDENCE_DAYS,
                    e.until(),
                    Optional.empty());
        }
    }

    /** Evidence that is not there at all, once for each kind. */
    private void missing() {
        Map<Facts.Evidence, List<Readiness.Cell>> kinds = new LinkedHashMap<>();
        for (Readiness.Cell cell : machine.then().cells()) {
            cell.facts()
                    .evidence()
                    .filter(e -> !e.there() && cell.standing().state().isPresent())
                    .ifPresent(e ->
                            kinds.computeIfAbsent(e, k -> new ArrayList<>()).add(cell));
        }
        kinds.forEach((kind, cells) -> {
            String requirement = kind.requirement();
            String link = files
                    ? "/evidence-filings/new?requirement=" + requirement + "&kind=" + kind.id()
                            + (cells.size() == 1
                                    ? "&department="
                                            + cells.getFirst().department().id()
                                    : "")
                    : "/evidence?requirement=" + requirement;
            need(
                    new What(
                            "camera",
                            m.plan_file(Words.kind(kind, catalogue, lang)),
                            m.plan_file_detail(requirement, cells.size()),
                            link),
                    Remedy.EVIDENCE_DAYS);
        });
    }

    private void aged(LocalDate day) {
        machine.aged()
                .forEach((department, n) -> need(
                        walk(department, m.plan_again(name(department)), m.plan_again_detail(n)),
                        walking(n),
                        Optional.empty(),
                        Optional.of(day.minusMonths(Standing.FRESH_MONTHS).plusDays(1))));
    }

    /** One step for each lesson, whatever departments its people work in. */
    private void lapses() {
        Map<String, List<TimeMachineReport.Lapse>> lessons = machine.lapses().stream()
                .collect(Collectors.groupingBy(
                        TimeMachineReport.Lapse::lesson, LinkedHashMap::new, Collectors.toList()));
        lessons.forEach((lesson, all) -> need(
                new What(
                        "book",
                        m.plan_learn(catalogue
                                .lesson(lesson)
                                .map(l -> l.title().in(lang))
                                .orElse(lesson)),
                        m.plan_learn_detail(
                                all.stream()
                                        .mapToInt(TimeMachineReport.Lapse::people)
                                        .sum(),
                                lang.day(all.getFirst().first(), today)),
                        "/training/due"),
                TRAINING_DAYS));
    }

    private void newcomers() {
        machine.untrained()
                .forEach((department, people) -> need(
                        new What(
                                "users",
                                m.plan_newcomers(name(department)),
                                m.plan_newcomers_detail(people.size()),
                                "/training/due?department=" + department),
                        TRAINING_DAYS));
    }

    private void recurring() {
        for (TimeMachineReport.Recurring r : machine.recurring()) {
            Optional<LocalDate> next = r.days().stream().findFirst();
            need(
                    new What(
                            "clock",
                            m.plan_routine(r.title()),
                            m.plan_routine_detail(name(r.department()), r.days().size(), r.late(), r.owner()),
                            "/routines"),
                    0,
                    next,
                    Optional.empty());
        }
    }
}
