package auditorium.quizzes;

import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.Signs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people say they see and live: kept by department and month, without person, attempt and time. Beside the answers stands how
 * many people gave any, counted once a month and question, for whoever may see sums.
 */
@ApplicationScoped
class Experiences {

    private static final String FIELD = "experience.";

    private final EntityManager entities;
    private final People people;

    Experiences(EntityManager entities, People people) {
        this.entities = entities;
        this.people = people;
    }

    /** The options that a form says were chosen, by question. */
    static Map<String, Set<String>> chosen(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .filter(f -> f.getKey().startsWith(FIELD))
                .collect(Collectors.toMap(f -> f.getKey().substring(FIELD.length()), f -> Set.copyOf(f.getValue())));
    }

    /** {@code chosen} are the options by question; what the attempt didn't ask is passed over. */
    void keep(UUID client, Attempt attempt, Attempts.Frozen frozen, Map<String, Set<String>> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        Person person = people.withDepartment(attempt.person()).orElseThrow();
        UUID department = person.department().id();
        LocalDate month = attempt.submittedAt()
                .orElseThrow()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1);
        for (Question question : frozen.questions()) {
            if (question.form() instanceof Form.Experience experience) {
                Set<String> ids = chosen.getOrDefault(question.id(), Set.of());
                List<Form.Experience.Seen> seen = experience.options().stream()
                        .filter(o -> ids.contains(o.id()))
                        .toList();
                Paper.Drawn drawn = frozen.paper().drawn(question.id()).orElseThrow();
                seen.forEach(o -> keep(client, department, month, drawn, o));
                if (!seen.isEmpty() && !askedBefore(client, attempt, month, drawn)) {
                    count(client, department, month, drawn, seen.stream().anyMatch(Form.Experience.Seen::signal));
                }
            }
        }
    }

    private void keep(UUID client, UUID department, LocalDate month, Paper.Drawn drawn, Form.Experience.Seen option) {
        entities.createNativeQuery("""
                        insert into experience_answer (client_id, id, department_id, month, quiz, question, version, option, signal)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""")
                .setParameter(1, client)
                .setParameter(2, UUID.randomUUID()) // random, not by time: rows must not line up with attempts
                .setParameter(3, department)
                .setParameter(4, month)
                .setParameter(5, drawn.quiz())
                .setParameter(6, drawn.question())
                .setParameter(7, drawn.version())
                .setParameter(8, option.id())
                .setParameter(9, option.signal())
                .executeUpdate();
    }

    /** Whether an earlier attempt of this month asked the same person the same: nobody counts twice, and nobody is written down for it. */
    private boolean askedBefore(UUID client, Attempt attempt, LocalDate month, Paper.Drawn drawn) {
        return !entities.createNativeQuery("""
                        select 1 from attempt a
                         where a.client_id = ?1 and a.person_id = ?2 and a.id <> ?3 and a.submitted_at >= ?4
                           and exists (select from jsonb_array_elements(cast(a.paper as jsonb)) q
                                        where q ->> 'question' = ?5 and coalesce(q ->> 'quiz', a.quiz) = ?6)
                         limit 1""")
                .setParameter(1, client)
                .setParameter(2, attempt.person())
                .setParameter(3, attempt.id())
                .setParameter(4, month.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter(5, drawn.question())
                .setParameter(6, drawn.quiz())
                .getResultList()
                .isEmpty();
    }

    private void count(UUID client, UUID department, LocalDate month, Paper.Drawn drawn, boolean signal) {
        entities.createNativeQuery("""
                        insert into experience_turnout as t (client_id, department_id, month, quiz, question, people, signalled)
                        values (?1, ?2, ?3, ?4, ?5, 1, ?6)
                        on conflict (client_id, department_id, month, quiz, question) do update
                        set people = t.people + 1, signalled = t.signalled + ?6,
                            shown_people = case when (t.people + 1) % ?7 = 0 then t.people + 1 else t.shown_people end,
                            shown_signalled = case when (t.people + 1) % ?7 = 0 then t.signalled + ?6 else t.shown_signalled end""")
                .setParameter(1, client)
                .setParameter(2, department)
                .setParameter(3, month)
                .setParameter(4, drawn.quiz())
                .setParameter(5, drawn.question())
                .setParameter(6, signal ? 1 : 0)
                .setParameter(7, Signs.SMALLEST_GROUP)
                .executeUpdate();
    }
}
