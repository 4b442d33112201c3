package auditorium.quizzes;

import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.ItemSums;
import auditorium.quizzes.domain.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what questions earned in one factory: first attempts only, fully marked, since an instant. Nothing here says who. The
 * sums cost one pass over the question rows since then; rows and answers are limited, the newest first.
 */
@ApplicationScoped
class AnalysisReport {

    private final EntityManager entities;

    AnalysisReport(EntityManager entities) {
        this.entities = entities;
    }

    /** A quiz with how many first attempts were handed in and how many of them passed. */
    record Tally(String quiz, long attempts, long passed) {}

    /** The sums of a question in one language. */
    record Sums(String quiz, String question, Optional<Lang> language, ItemSums sums) {}

    /** A question of an attempt. */
    record Row(UUID attempt, String question, String version, Optional<Lang> language, Mark mark) {}

    /** The answer that stood to a question, in the version that was asked. */
    record Given(String version, Optional<Lang> language, Optional<Answer> answer) {}

    List<Tally> tallies(UUID client, Instant since) {
        return rows("""
                        select a.quiz, count(*), count(*) filter (where a.passed)
                          from attempt a
                         where a.client_id = ?1
                           and exists (select from marked_question m
                                        where m.client_id = ?1 and m.attempt_id = a.id and m.first_try and m.handed_in_at >= ?2)
                         group by a.quiz""", client, since)
                .map(r -> new Tally((String) r[0], number(r[1]), number(r[2])))
                .toList();
    }

    List<Sums> sums(UUID client, Instant since) {
        return rows("""
                        select s.quiz, s.question, s.language, count(*), sum(s.x), sum(s.y), sum(s.x * s.x), sum(s.y * s.y), sum(s.x * s.y)
                          from (select m.quiz, m.question, m.language,
                                       cast(m.earned as float8) / m.possible as x,
                                       case when a.possible = m.possible then 0
                                            else cast(a.earned - m.earned as float8) / (a.possible - m.possible) end as y
                                  from marked_question m
                                  join attempt a on a.client_id = ?1 and a.id = m.attempt_id
                                 where m.client_id = ?1 and m.first_try and m.handed_in_at >= ?2) s
                         group by s.quiz, s.question, s.language""", client, since)
                .map(r -> new Sums(
                        (String) r[0],
                        (String) r[1],
                        language(r[2]),
                        new ItemSums(number(r[3]), real(r[4]), real(r[5]), real(r[6]), real(r[7]), real(r[8]))))
                .toList();
    }

    /** The newest {@code most} rows of the quiz; of the oldest attempt among them some may be missing. */
    List<Row> rows(UUID client, String quiz, Instant since, int most) {
        return rows("""
                        select attempt_id, question, version, language, earned, possible
                          from marked_question
                         where client_id = ?1 and quiz = ?3 and first_try and handed_in_at >= ?2
                         order by handed_in_at desc, attempt_id limit ?4""", client, since, quiz, most)
                .map(r -> new Row(
                        (UUID) r[0], (String) r[1], (String) r[2], language(r[3]), new Mark((int) number(r[4]), (int)
                                number(r[5]))))
                .toList();
    }

    /** The newest {@code most} answers to the question. */
    List<Given> given(UUID client, String quiz, String question, Instant since, int most) {
        return rows("""
                        select m.version, m.language, e.answer
                          from marked_question m
                          left join answer_event e on e.client_id = ?1 and e.id = m.answer_id
                         where m.client_id = ?1 and m.quiz = ?3 and m.question = ?4 and m.first_try and m.handed_in_at >= ?2
                         order by m.handed_in_at desc limit ?5""", client, since, quiz, question, most)
                .map(r -> new Given(
                        (String) r[0],
                        language(r[1]),
                        Optional.ofNullable((String) r[2]).map(Json::answer)))
                .toList();
    }

    /** The factories there are: for those who look after all of them. The table is global. */
    List<UUID> everyClient() {
        List<UUID> ids = new ArrayList<>();
        for (Object id : entities.createNativeQuery("select id from client order by id", UUID.class)
                .getResultList()) {
            ids.add((UUID) id);
        }
        return ids;
    }

    private Stream<Object[]> rows(String sql, Object... values) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows.stream();
    }

    private static Optional<Lang> language(@Nullable Object code) {
        return Optional.ofNullable((String) code).map(Lang::of);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static double real(Object value) {
        return ((Number) value).doubleValue();
    }
}
