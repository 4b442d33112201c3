package auditorium.training;

import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.platform.ClientScope;
import auditorium.platform.Ids;
import auditorium.training.domain.Cause;
import auditorium.training.domain.Renewal;
import auditorium.training.domain.Repeat;
import auditorium.training.domain.Source;
import auditorium.training.domain.Turn;
import auditorium.training.domain.Who;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What tests of the evaluation have in common: rules, what people have learned, and the turns that the database holds. */
abstract class EvaluationCase {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate DAY = LocalDate.of(2022, 3, 31);
    static final Renewal YEARLY = new Renewal(Repeat.COMPLETION, 12, Optional.empty(), 30, 7);

    @Inject
    TrainingFactory factory;

    @Inject
    Evaluation evaluation;

    @Inject
    AssignmentRules rules;

    @Inject
    Achievements achievements;

    @Inject
    Library library;

    @Inject
    ClientScope scope;

    @Inject
    EntityManager entities;

    static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }

    Lesson lesson(String id) {
        return library.catalogue().lesson(id).orElseThrow();
    }

    UUID rule(
            TrainingFactory.Made made,
            Who who,
            List<UUID> departments,
            List<String> lessons,
            int due,
            Renewal renewal) {
        return rule(
                made,
                new RuleTerms("规则", who, departments, List.of("操作工"), List.of(), List.of(), lessons, due, renewal),
                DAY);
    }

    UUID rule(TrainingFactory.Made made, RuleTerms terms, LocalDate from) {
        UUID id = Ids.next();
        rules.persist(new AssignmentRule(id, terms, Optional.empty(), from, made.author(), "试验员", at(from)));
        return id;
    }

    /** What one turn looks like in the database, for comparing. */
    List<Turn> turns(UUID person, String lesson) {
        List<Turn> turns = new ArrayList<>();
        for (Object row : entities.createNativeQuery("""
                        select cycle, cause, again, revision, prior_until, assigned_on, due_on, done_on, valid_until from (
                          select * from assignment union all select * from assignment_past) a
                         where client_id = current_client() and person_id = ?1 and lesson = ?2 order by cycle""", Object[].class)
                .setParameter(1, person)
                .setParameter(2, lesson)
                .getResultList()) {
            Object[] r = (Object[]) row;
            turns.add(new Turn(
                    ((Number) r[0]).intValue(),
                    Cause.valueOf((String) r[1]),
                    (Boolean) r[2],
                    ((Number) r[3]).intValue(),
                    day(r[4]),
                    Optional.empty(),
                    day(r[5]).orElseThrow(),
                    day(r[6]),
                    day(r[7]),
                    day(r[8])));
        }
        return turns;
    }

    static Optional<LocalDate> day(Object value) {
        return Optional.ofNullable(value)
                .map(v -> v instanceof java.sql.Date d ? d.toLocalDate() : LocalDate.parse(v.toString()));
    }

    static Turn plain(Turn t) {
        return new Turn(
                t.number(),
                t.cause(),
                t.again(),
                t.revision(),
                t.prior(),
                Optional.empty(),
                t.assignedOn(),
                t.dueOn(),
                t.doneOn(),
                t.until());
    }

    long open(String where) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from assignment where client_id = current_client() and closed_by is null and "
                                        + where)
                        .getSingleResult())
                .longValue();
    }

    void achieve(UUID person, Lesson lesson, LocalDate day) {
        achievements.achieve(
                List.of(new Achieved(
                        person,
                        lesson,
                        Source.IMPORTED,
                        Ids.next(),
                        Optional.empty(),
                        Optional.empty(),
                        at(day),
                        Optional.empty())),
                at(day));
    }

    UUID finding(TrainingFactory.Made made, int department, String requirement) {
        UUID id = Ids.next();
        entities.createNativeQuery("""
                        insert into finding (client_id, id, number, department_id, requirement, grade, origin, fact, opened_at, opened_by, opened_by_name)
                        values (current_client(), ?1, 1, ?2, ?3, 'MAJOR', 'RESPONSE', '看到的', ?4, ?5, '试验员')""")
                .setParameter(1, id)
                .setParameter(2, made.departments().get(department))
                .setParameter(3, requirement)
                .setParameter(4, at(DAY))
                .setParameter(5, made.author())
                .executeUpdate();
        return id;
    }

    void step(TrainingFactory.Made made, UUID task, String kind, LocalDate day) {
        entities.createNativeQuery("""
                        insert into task_step (client_id, id, task_id, kind, made_by, made_by_name, made_at)
                        values (current_client(), ?1, ?2, ?3, ?4, '试验员', ?5)""")
                .setParameter(1, Ids.next())
                .setParameter(2, task)
                .setParameter(3, kind)
                .setParameter(4, made.author())
                .setParameter(5, at(day))
                .executeUpdate();
    }
}
