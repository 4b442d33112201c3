package auditorium.readiness;

import auditorium.evidence.EvidenceReport;
import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.library.content.Standard;
import auditorium.platform.Lang;
import auditorium.readiness.domain.Change;
import auditorium.readiness.domain.Result;
import auditorium.readiness.domain.Standing.Reason;
import auditorium.readiness.domain.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A factory on a coming day, if nobody does anything until then, beside how it is today. Both are seen with the same audit in mind, so
 * that only time makes the difference, and time never makes anything better.
 *
 * @param aged responses that will be too old, or have been, by department
 * @param untrained people who came lately and lack lessons, by department
 */
record TimeMachine(
        Readiness now,
        Readiness then,
        List<Worse> worse,
        List<EvidenceReport.Row> evidence,
        Map<UUID, Integer> aged,
        List<TimeMachineReport.Lapse> lapses,
        Map<UUID, List<Untrained>> untrained,
        List<TimeMachineReport.Recurring> recurring,
        List<TimeMachineReport.Open> tasks) {

    /** A cell that time makes worse: today's, and that of the day. */
    record Worse(Readiness.Cell now, Readiness.Cell then) {}

    /** Somebody who came lately, and how many lessons are missing. */
    record Untrained(TimeMachineReport.Newcomer who, int missing) {}

    /** What is read for it. */
    record Read(
            ClientFacts facts,
            List<EvidenceReport.Row> evidence,
            List<TimeMachineReport.Lapse> lapses,
            List<TimeMachineReport.Newcomer> newcomers,
            List<TimeMachineReport.Recurring> recurring,
            List<TimeMachineReport.Open> tasks) {}

    static TimeMachine of(Read read, LocalDate day, Catalogue catalogue, Optional<Standard> standard) {
        ClientFacts before = read.facts().before(day);
        Readiness now = new Readiness(catalogue, before, standard);
        Readiness then =
                new Readiness(catalogue, before.on(day, TimeMachineReport.byDepartment(read.lapses())), standard);
        List<Worse> worse = new ArrayList<>();
        Map<UUID, Integer> aged = new LinkedHashMap<>();
        for (int i = 0; i < now.cells().size(); i++) {
            Readiness.Cell today = now.cells().get(i);
            Readiness.Cell later = then.cells().get(i);
            if (new Change(today.standing().state(), later.standing().state()).worse()) {
                worse.add(new Worse(today, later));
            }
            if (later.standing().facts().stream().anyMatch(TimeMachine::old)) {
                aged.merge(later.department().id(), 1, Integer::sum);
            }
        }
        worse.sort(Comparator.comparing((Worse w) -> w.then().standing().state().orElse(State.READY))
                .thenComparing(w -> w.then().grade())
                .thenComparing(w -> w.then().requirement().id()));
        return new TimeMachine(
                now,
                then,
                worse,
                read.evidence(),
                aged,
                read.lapses(),
                untrained(read, catalogue, standard),
                read.recurring(),
                read.tasks());
    }

    /** The departments' names by their ids. */
    Map<UUID, String> names(Lang lang) {
        return then.departments().stream()
                .collect(Collectors.toMap(ClientFacts.Dept::id, d -> d.name().in(lang)));
    }

    /** An answer that all is well, which counts less for its age alone. */
    private static boolean old(Reason reason) {
        return reason instanceof Reason.Response r
                && r.answer().other().isEmpty()
                && r.answer().result() == Result.CONFORMS
                && r.state() != State.READY;
    }

    private static Map<UUID, List<Untrained>> untrained(Read read, Catalogue catalogue, Optional<Standard> standard) {
        Set<String> picked = standard.map(Standard::requirements).orElse(Set.of());
        List<Lesson> lessons = catalogue.lessons().stream()
                .filter(l -> standard.isEmpty() || l.teaches().stream().anyMatch(picked::contains))
                .toList();
        Map<UUID, ClientFacts.Dept> departments = new LinkedHashMap<>();
        read.facts().departments().forEach(d -> departments.put(d.id(), d));
        Map<UUID, List<Untrained>> all = new LinkedHashMap<>();
        for (TimeMachineReport.Newcomer p : read.newcomers()) {
            ClientFacts.Dept where = departments.get(p.department());
            if (where == null) {
                continue;
            }
            int missing = (int) lessons.stream()
                    .filter(l -> l.audience().includes(where.kind(), p.leads()))
                    .filter(l -> !p.passed().contains(l.id()))
                    .count();
            if (missing > 0) {
                all.computeIfAbsent(p.department(), k -> new ArrayList<>()).add(new Untrained(p, missing));
            }
        }
        return all;
    }
}
