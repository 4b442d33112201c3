package auditorium.demo;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.Ids;
import auditorium.training.AssignmentRule;
import auditorium.training.AssignmentRules;
import auditorium.training.Evaluation;
import auditorium.training.RuleTerms;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of an invented factory, and what has followed from them. */
@ApplicationScoped
class DemoTraining {

    private final EntityManager entities;
    private final AssignmentRules rules;
    private final Evaluation evaluation;
    private final Library library;
    private final Clock clock;

    DemoTraining(EntityManager entities, AssignmentRules rules, Evaluation evaluation, Library library, Clock clock) {
        this.entities = entities;
        this.rules = rules;
        this.evaluation = evaluation;
        this.library = library;
        this.clock = clock;
    }

    /** In the current client, in the caller's transaction. */
    boolean write(UUID client) {
        Catalogue catalogue = library.catalogue();
        Object[] author = (Object[]) entities.createNativeQuery("""
                        select m.account_id, p.name from membership m join person p on p.client_id = m.client_id and p.id = m.person_id
                         where m.client_id = ?1 and p.leads order by m.role desc, p.number limit 1""", Object[].class)
                .setParameter(1, client)
                .getSingleResult();
        Instant begun = clock.instant().minus(Duration.ofDays(24));
        LocalDate day = LocalDate.ofInstant(begun, clock.getZone());
        List<String> courses = catalogue.courses().stream().map(Course::id).toList();
        add(
                author,
                begun,
                new RuleTerms(
                        "全员基础培训",
                        Who.EVERYONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        courses,
                        List.of(),
                        30,
                        new Renewal(Repeat.COMPLETION, 12, Optional.empty(), 60, 14)));
        add(
                author,
                begun,
                new RuleTerms(
                        "新员工七天内",
                        Who.JOINER,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        catalogue.courses().stream()
                                .limit(2)
                                .map(c -> c.lessons().get(0).id())
                                .toList(),
                        7,
                        Renewal.once(0)));
        add(
                author,
                begun,
                new RuleTerms(
                        "消防每年复训",
                        Who.DEPARTMENT,
                        departments(),
                        List.of(),
                        List.of(),
                        List.of(),
                        catalogue.lessonsTeaching("HS-05").stream()
                                .map(Lesson::id)
                                .toList(),
                        21,
                        new Renewal(Repeat.CALENDAR, 12, Optional.of(day.plusMonths(7)), 45, 0)));
        evaluation.evaluate(begun);
        evaluation.evaluate(clock.instant());
        return true;
    }

    /** Where things burn. */
    private List<UUID> departments() {
        List<?> ids = entities.createNativeQuery("""
                        select id from department where client_id = current_client() and kind in ('PRD', 'WHS') order by position""", UUID.class).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private void add(Object[] author, Instant begun, RuleTerms terms) {
        rules.persist(new AssignmentRule(
                Ids.next(),
                terms,
                Optional.empty(),
                LocalDate.ofInstant(begun, clock.getZone()),
                (UUID) author[0],
                (String) author[1],
                begun));
    }
}
