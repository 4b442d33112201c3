package auditorium.quizzes;

import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Ids;
import auditorium.quizzes.RegradeReport.Marked;
import auditorium.quizzes.domain.Regrading;
import auditorium.records.Ledger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Marks attempts of one factory anew by a corrected key, in one transaction: all of them or none, once for each id. The paper and
 * the answers stay; what was before is kept beside what is now, for each attempt.
 */
@ApplicationScoped
class Regrades {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityManager entities;
    private final RegradeReport report;
    private final Masteries masteries;
    private final Library library;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Event<LessonPassed> lessonPassed;

    Regrades(
            EntityManager entities,
            RegradeReport report,
            Masteries masteries,
            Library library,
            ContentVersions versions,
            Ledger ledger,
            Event<LessonPassed> lessonPassed) {
        this.entities = entities;
        this.report = report;
        this.masteries = masteries;
        this.library = library;
        this.versions = versions;
        this.ledger = ledger;
        this.lessonPassed = lessonPassed;
    }

    /**
     * What somebody decided.
     *
     * @param id made by the page: sending it again changes nothing
     * @param key the question with the corrected key
     * @param asked the versions whose attempts are marked anew
     */
    record Order(
            UUID id, Quiz quiz, Question key, Set<String> asked, String reason, UUID by, String byName, Instant at) {}

    /** What it did; {@code kept}: attempts that had passed, would no longer, and keep it. */
    record Done(int attempts, int changed, int gained, int kept) {

        static final Done NOTHING = new Done(0, 0, 0, 0);

        Done plus(Done more) {
            return new Done(attempts + more.attempts, changed + more.changed, gained + more.gained, kept + more.kept);
        }
    }

    /** An attempt that changes. */
    private record Change(Marked marked, Regrading.After after) {}

    Done apply(UUID client, Order order) {
        if (report.done(client, order.id())) {
            return Done.NOTHING;
        }
        List<Marked> looked =
                report
                        .marked(
                                client,
                                order.quiz().id(),
                                order.key().id(),
                                order.key().version().hash(),
                                true)
                        .stream()
                        .filter(m -> order.asked().contains(m.version()))
                        .filter(m -> Regrading.fits(order.key(), m.answer()))
                        .toList();
        List<Change> changes = new ArrayList<>();
        looked.forEach(
                m -> Regrading.of(order.key(), m.before()).ifPresent(after -> changes.add(new Change(m, after))));
        Done done = new Done(
                looked.size(),
                changes.size(),
                (int) changes.stream()
                        .filter(c -> c.after().passed() && !c.marked().passed())
                        .count(),
                (int) changes.stream().filter(c -> c.after().kept()).count());
        versions.use(
                "question",
                order.quiz().id() + "/" + order.key().id(),
                order.key().version());
        if (looked.isEmpty() || !keep(client, order, done)) {
            return Done.NOTHING;
        }
        keepKeys(client, order, looked);
        if (!changes.isEmpty()) {
            keepChanges(client, order, changes);
            masteries.again(
                    client, changes.stream().map(c -> c.marked().attempt()).toList());
            tell(order, changes);
        }
        return done;
    }

    /** False when somebody was faster with the very same order. */
    private boolean keep(UUID client, Order order, Done done) {
        int made = entities.createNativeQuery("""
                        insert into regrade (client_id, id, quiz, question, key_version, reason, made_by, made_by_name, made_at,
                                             attempts, changed, gained, kept)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) on conflict (client_id, id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, order.id())
                .setParameter(3, order.quiz().id())
                .setParameter(4, order.key().id())
                .setParameter(5, order.key().version().hash())
                .setParameter(6, order.reason())
                .setParameter(7, order.by())
                .setParameter(8, order.byName())
                .setParameter(9, order.at())
                .setParameter(10, done.attempts())
                .setParameter(11, done.changed())
                .setParameter(12, done.gained())
                .setParameter(13, done.kept())
                .executeUpdate();
        if (made == 1) {
            ledger.append(QuizWitnesses.REGRADE, order.id());
        }
        return made == 1;
    }

    /** By which key each question is marked now, also where that changes nothing. */
    private void keepKeys(UUID client, Order order, List<Marked> looked) {
        ArrayNode ids = MAPPER.createArrayNode();
        looked.forEach(m -> ids.add(m.attempt().toString()));
        entities.createNativeQuery("""
                        update marked_question set key_version = ?3
                         where client_id = ?1 and question = ?2
                           and attempt_id in (select cast(v.id as uuid) from jsonb_array_elements_text(cast(?4 as jsonb)) as v(id))""")
                .setParameter(1, client)
                .setParameter(2, order.key().id())
                .setParameter(3, order.key().version().hash())
                .setParameter(4, ids.toString())
                .executeUpdate();
    }

    private void keepChanges(UUID client, Order order, List<Change> changes) {
        ArrayNode rows = MAPPER.createArrayNode();
        for (Change c : changes) {
            rows.addObject()
                    .put("attempt", c.marked().attempt().toString())
                    .put("marking", Ids.next().toString())
                    .put("from", c.marked().keyVersion())
                    .put("mark", c.after().question().earned())
                    .put("mark_possible", c.after().question().possible())
                    .put("earned", c.after().total().earned())
                    .put("possible", c.after().total().possible())
                    .put("passed", c.after().passed());
        }
        String json = rows.toString();
        for (String sql : List.of("""
                insert into regrade_change (client_id, regrade_id, attempt_id, from_version, question_earned_before, question_earned_after,
                                            earned_before, possible_before, passed_before, earned_after, possible_after, passed_after)
                select cast(?1 as uuid), cast(?2 as uuid), v.attempt, v."from", m.earned, v.mark, a.earned, a.possible, a.passed, v.earned, v.possible, v.passed
                  from given v
                  join attempt a on a.client_id = ?1 and a.id = v.attempt
                  join marked_question m on m.client_id = ?1 and m.attempt_id = v.attempt and m.question = ?3""", """
                insert into attempt_marking (client_id, id, attempt_id, cause, earned, possible, passed, marked_at)
                select cast(?1 as uuid), v.marking, v.attempt, 'REGRADED', v.earned, v.possible, v.passed, r.made_at
                  from given v, regrade r where r.client_id = ?1 and r.id = ?2 and r.question = ?3""", """
                update attempt a set earned = v.earned, possible = v.possible, passed = v.passed
                  from given v, regrade r
                 where a.client_id = ?1 and a.id = v.attempt and r.client_id = ?1 and r.id = ?2 and r.question = ?3""", """
                update marked_question m set earned = v.mark, possible = v.mark_possible
                  from given v, regrade r
                 where m.client_id = ?1 and m.attempt_id = v.attempt and m.question = ?3 and r.client_id = ?1 and r.id = ?2""")) {
            entities.createNativeQuery("""
                            with given as (select * from jsonb_to_recordset(cast(?4 as jsonb)) as v(attempt uuid, marking uuid, "from" text,
                              mark int, mark_possible int, earned int, possible int, passed boolean))
                            """ + sql)
                    .setParameter(1, client)
                    .setParameter(2, order.id())
                    .setParameter(3, order.key().id())
                    .setParameter(4, json)
                    .executeUpdate();
        }
    }

    private void tell(Order order, List<Change> changes) {
        var lesson = library.catalogue().lesson(order.quiz().lesson());
        for (Change c : changes) {
            ledger.append(QuizWitnesses.ATTEMPT, c.marked().attempt());
            if (c.after().passed() && !c.marked().passed()) {
                lesson.ifPresent(l -> lessonPassed.fire(new LessonPassed(
                        c.marked().person(),
                        l,
                        c.marked().attempt(),
                        c.after().total().percent(),
                        c.marked().at())));
            }
        }
    }
}
