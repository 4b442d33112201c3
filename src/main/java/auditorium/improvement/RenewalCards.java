package auditorium.improvement;

import auditorium.improvement.domain.Escalation;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.lists.ClientLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Evidence that is to be renewed, as cards among the tasks of the plan. It has no state of its own: it is open until the newer piece is
 * filed. Its grade is that of the requirement.
 */
@ApplicationScoped
class RenewalCards {

    /** More than any factory renews within a month or before an audit; beyond it the latest are left out. */
    static final int MOST = 500;

    private final Renewals renewals;
    private final ClientLibrary library;

    RenewalCards(Renewals renewals, ClientLibrary library) {
        this.renewals = renewals;
        this.library = library;
    }

    /** What the filter lets through, the earliest first: one short statement, and a second one when there is something. */
    List<TaskCard> of(PlanReport.Asked asked) {
        PlanFilter filter = asked.filter();
        boolean tasksOnly = !filter.kind().isEmpty() && !filter.kind().equals(TaskCard.RENEWAL);
        if (tasksOnly || !filter.origin().isEmpty()) {
            return List.of();
        }
        return graded(renewals.planned(asked.client(), asked.reach(), filter.department(), MOST), asked).stream()
                .filter(c -> filter.grade().isEmpty() || filter.grade().equals(c.grade()))
                .toList();
    }

    /** What is late for so long that it is this role's to know, but for what stands among the reader's own anyway. */
    List<TaskCard> passedUp(PlanReport.Asked asked, int level, Optional<UUID> reader, Set<UUID> own) {
        List<Renewals.Due> late = renewals.planned(asked.client(), asked.reach(), "", MOST).stream()
                .filter(d -> d.dueOn().isBefore(asked.today()))
                .filter(d -> !own.contains(d.evidence())
                        && (reader.isEmpty() || !d.person().equals(reader)))
                .toList();
        return graded(late, asked).stream()
                .filter(c -> Escalation.level(Severity.valueOf(c.grade()), c.daysLate()) >= level)
                .toList();
    }

    private List<TaskCard> graded(List<Renewals.Due> due, PlanReport.Asked asked) {
        if (due.isEmpty()) {
            return List.of();
        }
        Catalogue catalogue = library.catalogue();
        return due.stream()
                .map(d -> TaskCard.of(
                        d,
                        catalogue
                                .requirement(d.requirement())
                                .map(Requirement::severity)
                                .orElse(Severity.MINOR),
                        asked.lang(),
                        asked.today()))
                .toList();
    }

    static PlanReport.OnDay onItsDay(TaskCard card) {
        return new PlanReport.OnDay(
                LocalDate.parse(card.dueOn()),
                TaskCard.RENEWAL,
                card.id(),
                card.title(),
                card.requirement(),
                card.daysLate() > 0);
    }

    /** In the order of their days. */
    static int compare(TaskCard a, TaskCard b) {
        return LocalDate.parse(a.dueOn()).compareTo(LocalDate.parse(b.dueOn()));
    }
}
