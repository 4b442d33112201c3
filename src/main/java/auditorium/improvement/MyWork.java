package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.improvement.domain.Escalation;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What waits for one reader, whatever else they may see: own tasks, routines, words to them, and what needs their look. */
@ApplicationScoped
class MyWork {

    private static final int MOST = 30;

    private final Tasks tasks;
    private final Routines routines;
    private final Renewals renewals;
    private final RenewalCards cards;
    private final Remarks remarks;
    private final PlanReport report;
    private final Rights rights;
    private final Typed typed;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    MyWork(
            Tasks tasks,
            Routines routines,
            Renewals renewals,
            RenewalCards cards,
            Remarks remarks,
            PlanReport report,
            Rights rights,
            Typed typed,
            CurrentReader reader,
            CurrentLanguage language) {
        this.tasks = tasks;
        this.routines = routines;
        this.renewals = renewals;
        this.cards = cards;
        this.remarks = remarks;
        this.report = report;
        this.rights = rights;
        this.typed = typed;
        this.reader = reader;
        this.language = language;
    }

    /** All of it; the lists are short, the earliest first. */
    record Mine(
            List<TaskCard> own,
            List<TurnRow> turns,
            List<RenewalRow> renewals,
            List<Said> said,
            List<TaskCard> late,
            List<TaskCard> verify,
            List<TaskCard> others,
            List<PlanReport.Check> checks,
            boolean manages,
            boolean nothing) {}

    /** A turn of a routine; {@code owner} where it is somebody else's who can't sign in. */
    record TurnRow(UUID id, String title, String requirement, String owner, String dueOn, long daysLate) {

        /** late, soon or nothing, as with a task. */
        public String urgency() {
            return daysLate > 0 ? "late" : daysLate >= -2 ? "soon" : "";
        }
    }

    /** Evidence that ends; {@code owner} is empty when it is nobody's yet. */
    record RenewalRow(UUID evidence, String title, String requirement, String owner, String dueOn, long daysLate) {

        /** late, soon or nothing: an office needs weeks, so soon begins earlier than with a task. */
        public String urgency() {
            return daysLate > 0 ? "late" : daysLate >= -14 ? "soon" : "";
        }
    }

    /** What somebody said to the reader. */
    record Said(UUID task, String title, String note, String by, String at) {}

    Mine of(UUID client) {
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        LocalDate today = typed.today(client);
        boolean manages = seat.role().sees();
        List<TaskCard> own = seat.person()
                .map(p -> tasks.dueOf(p).stream()
                        .map(t -> TaskCard.of(t, lang, today))
                        .toList())
                .orElse(List.of());
        List<TurnRow> turns = routines.due(client, seat.person(), manages, rights.reach(seat), MOST).stream()
                .map(t -> new TurnRow(
                        t.id(),
                        t.title(),
                        t.requirement(),
                        t.owner(),
                        t.dueOn().toString(),
                        ChronoUnit.DAYS.between(t.dueOn(), today)))
                .toList();
        boolean files = rights.filesEvidence(seat);
        List<RenewalRow> ending = (files
                        ? renewals.due(client, seat.person(), manages, rights.reach(seat), MOST)
                        : List.<Renewals.Due>of())
                .stream()
                        .map(d -> new RenewalRow(
                                d.evidence(),
                                d.title(),
                                d.requirement(),
                                d.owner(),
                                d.dueOn().toString(),
                                ChronoUnit.DAYS.between(d.dueOn(), today)))
                        .toList();
        List<Said> said = remarks.unseen(client, reader.get().account()).stream()
                .map(m -> new Said(
                        m.task(),
                        m.title().in(lang),
                        m.note(),
                        m.by(),
                        TaskSheet.WHEN.format(m.at().atZone(seat.zone()))))
                .toList();
        PlanReport.Asked asked = new PlanReport.Asked(client, rights.reach(seat), new PlanFilter(), lang, today);
        List<PlanReport.Waiting> waiting =
                manages ? report.waiting(asked, reader.get(), seat, level(seat.role()), MOST) : List.of();
        List<TaskCard> late = new ArrayList<>(why(waiting, "LATE"));
        if (manages) {
            Set<UUID> shown = ending.stream().map(RenewalRow::evidence).collect(Collectors.toSet());
            cards.passedUp(asked, level(seat.role()), seat.person(), shown).stream()
                    .limit(MOST)
                    .forEach(late::add);
            late.sort(RenewalCards::compare);
        }
        List<PlanReport.Check> checks = manages ? report.checks(asked, MOST) : List.of();
        return new Mine(
                own,
                turns,
                ending,
                said,
                late,
                why(waiting, "VERIFY"),
                why(waiting, "OTHERS"),
                checks,
                manages,
                own.isEmpty()
                        && turns.isEmpty()
                        && ending.isEmpty()
                        && said.isEmpty()
                        && waiting.isEmpty()
                        && late.isEmpty()
                        && checks.isEmpty());
    }

    private static List<TaskCard> why(List<PlanReport.Waiting> waiting, String why) {
        return waiting.stream()
                .filter(w -> w.why().equals(why))
                .map(PlanReport.Waiting::card)
                .toList();
    }

    private static int level(Role role) {
        return switch (role) {
            case WORKER, DEPARTMENT_MANAGER -> Escalation.DEPARTMENT;
            case FACTORY_MANAGER -> Escalation.FACTORY;
            case CONSULTANT -> Escalation.CONSULTANT;
        };
    }
}
