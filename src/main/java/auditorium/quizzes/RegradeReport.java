package auditorium.quizzes;

import auditorium.library.ContentVersions;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.Regrading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a regrade of a question would be about, and what earlier ones did, in one factory. */
@ApplicationScoped
class RegradeReport {

    private final EntityManager entities;
    private final Library library;
    private final ContentVersions versions;

    RegradeReport(EntityManager entities, Library library, ContentVersions versions) {
        this.entities = entities;
        this.library = library;
        this.versions = versions;
    }

    /** A question of a settled attempt, with the attempt as it stands. {@code at}: when the answering ended. */
    record Marked(
            UUID attempt,
            UUID person,
            String version,
            String keyVersion,
            Mark mark,
            Optional<Answer> answer,
            Mark total,
            boolean passed,
            int pass,
            Instant at) {

        Regrading.Before before() {
            return new Regrading.Before(mark, answer, total, passed, pass);
        }
    }

    /** A regrade that was made. */
    record Past(UUID id, String reason, String by, Instant at, Regrades.Done done) {}

    boolean done(UUID client, UUID regrade) {
        return rows("select 1, 0 from regrade where client_id = ?1 and id = ?2", client, regrade)
                .findAny()
                .isPresent();
    }

    /** How many questions are marked by another key than this one. */
    long older(UUID client, String quiz, String question, String key) {
        return rows(
                        "select count(*), 0 from marked_question where client_id = ?1 and quiz = ?2 and question = ?3 and key_version <> ?4",
                        client,
                        quiz,
                        question,
                        key)
                .mapToLong(r -> ((Number) r[0]).longValue())
                .sum();
    }

    /**
     * All attempts in which the question is marked by another key, but not those of people who were erased: their answers are gone.
     * {@code lock}: and nobody else changes them until the end.
     */
    List<Marked> marked(UUID client, String quiz, String question, String key, boolean lock) {
        return rows("""
                        select m.attempt_id, a.person_id, m.version, m.key_version, m.earned, m.possible, e.answer,
                               a.earned, a.possible, a.passed, a.pass, a.submitted_at
                          from marked_question m
                          join attempt a on a.client_id = ?1 and a.id = m.attempt_id
                          join person p on p.client_id = ?1 and p.id = a.person_id and p.erased_at is null
                          left join answer_event e on e.client_id = ?1 and e.id = m.answer_id
                         where m.client_id = ?1 and m.quiz = ?2 and m.question = ?3 and m.key_version <> ?4
                         order by m.attempt_id""" + (lock ? " for update of a" : ""), client, quiz, question, key)
                .map(r -> new Marked(
                        (UUID) r[0],
                        (UUID) r[1],
                        (String) r[2],
                        (String) r[3],
                        mark(r[4], r[5]),
                        Optional.ofNullable((String) r[6]).map(Json::answer),
                        mark(r[7], r[8]),
                        (Boolean) r[9],
                        ((Number) r[10]).intValue(),
                        (Instant) r[11]))
                .toList();
    }

    List<Past> past(UUID client, String quiz, String question) {
        return rows("""
                        select id, reason, made_by_name, made_at, attempts, changed, gained, kept
                          from regrade where client_id = ?1 and quiz = ?2 and question = ?3 order by made_at desc limit 20""", client, quiz, question)
                .map(r -> new Past(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        (Instant) r[3],
                        new Regrades.Done(number(r[4]), number(r[5]), number(r[6]), number(r[7]))))
                .toList();
    }

    /** What each of the attempts shows of each requirement: sums over its questions that test it. */
    Map<UUID, Map<String, Mark>> requirements(UUID client, Collection<UUID> attempts) {
        record Of(UUID attempt, String quiz, String question, String key, Mark mark) {}
        List<Of> marked = new ArrayList<>();
        List<UUID> ids = List.copyOf(attempts);
        for (int from = 0; from < ids.size(); from += 1000) {
            var query = entities.createNativeQuery(
                            "select attempt_id, quiz, question, key_version, earned, possible from marked_question where client_id = :client and attempt_id in (:ids)",
                            Object[].class)
                    .setParameter("client", client)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + 1000)));
            for (Object row : query.getResultList()) {
                Object[] r = (Object[]) row;
                marked.add(new Of((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], mark(r[4], r[5])));
            }
        }
        Map<String, List<String>> tests = new HashMap<>();
        Set<String> missing = new HashSet<>();
        marked.forEach(m -> library.catalogue()
                .quiz(m.quiz())
                .flatMap(q -> q.question(m.question()))
                .filter(q -> q.version().hash().equals(m.key()))
                .ifPresentOrElse(q -> tests.put(m.key(), q.tests()), () -> missing.add(m.key())));
        if (!missing.isEmpty()) {
            versions.questions(missing).forEach((hash, question) -> tests.put(hash, question.tests()));
        }
        Map<UUID, Map<String, Mark>> sums = new HashMap<>();
        for (Of m : marked) {
            tests.getOrDefault(m.key(), List.of()).stream()
                    .distinct()
                    .forEach(requirement -> sums.computeIfAbsent(m.attempt(), a -> new TreeMap<>())
                            .merge(requirement, m.mark(), Mark::plus));
        }
        return sums;
    }

    /** The question in the versions that were asked. */
    Map<String, Question> questions(Collection<String> hashes) {
        return hashes.isEmpty() ? Map.of() : versions.questions(hashes);
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

    private static Mark mark(Object earned, Object possible) {
        return new Mark(number(earned), number(possible));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
