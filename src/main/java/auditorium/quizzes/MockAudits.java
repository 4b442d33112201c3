package auditorium.quizzes;

import auditorium.clients.Person;
import auditorium.library.Catalogue;
import auditorium.library.Versions;
import auditorium.library.content.Question;
import auditorium.library.content.Standard;
import auditorium.library.domain.MockSupply;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.MockAudit;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** The mock audits of the current client: attempts whose paper is composed for a department and a standard. */
@ApplicationScoped
class MockAudits {

    /** Under what name an attempt at a general one goes; one by a standard has its id behind. */
    private static final String NAME = "mock-audit";

    private static final int PASS = 80;

    private final EntityManager entities;
    private final Attempts attempts;
    private final SecureRandom random = new SecureRandom();

    MockAudits(EntityManager entities, Attempts attempts) {
        this.entities = entities;
        this.attempts = attempts;
    }

    /** What an attempt is a mock audit of, with how many questions each stage has. */
    record Parts(UUID department, Optional<String> standard, List<Integer> stages) {}

    static String name(Optional<Standard> standard) {
        return standard.map(s -> NAME + "-" + s.id()).orElse(NAME);
    }

    /** The standard's title; nothing for a general audit. */
    static String title(Optional<String> standard, Lang lang, Catalogue catalogue) {
        return standard.flatMap(catalogue::standard)
                .map(s -> s.title().in(lang))
                .orElse("");
    }

    /** The person's open mock audit by the standard, or a new one; two taps make one. */
    UUID begin(UUID client, Person person, Optional<Standard> standard, Catalogue catalogue, Instant now) {
        String name = name(standard);
        Attempts.Standing standing = attempts.standing(client, person.id(), name);
        if (standing.open().isPresent()) {
            return standing.open().get();
        }
        long seed = random.nextLong();
        MockAudit audit =
                MockAudit.compose(MockSupply.of(catalogue, person.department().kind(), standard), seed);
        UUID id = attempts.begin(
                client, person.id(), sitting(name, audit, audit.paper(seed), seed), standing.extraTime(), now);
        entities.createNativeQuery("""
                        insert into mock_audit (client_id, attempt_id, department_id, standard, stages)
                        values (?1, ?2, ?3, ?4, ?5) on conflict (client_id, attempt_id) do nothing""")
                .setParameter(1, client)
                .setParameter(2, id)
                .setParameter(3, person.department().id())
                .setParameter(
                        4,
                        new TypedParameterValue<>(
                                StandardBasicTypes.STRING,
                                standard.map(Standard::id).orElse(null)))
                .setParameter(
                        5,
                        audit.stops().stream()
                                .map(s -> Integer.toString(s.questions().size()))
                                .collect(Collectors.joining(",")))
                .executeUpdate();
        return id;
    }

    /** The version of such a paper is the list of what it was composed of. */
    private static Attempts.Sitting sitting(String name, MockAudit audit, Paper paper, long seed) {
        List<Question> questions =
                audit.candidates().stream().map(c -> c.question()).toList();
        String composed = audit.stops().stream()
                .flatMap(s -> s.questions().stream()
                        .map(c -> s.stage() + " " + c.id() + " "
                                + c.question().version().hash()))
                .collect(Collectors.joining("\n", name + "\n", "\n"));
        return new Attempts.Sitting(
                Attempt.Kind.MOCK_AUDIT, name, Versions.of(composed), seed, paper, questions, Terms.free(PASS));
    }

    /** Empty when the attempt is no mock audit. */
    Optional<Parts> parts(UUID client, UUID attempt) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select department_id, standard, stages from mock_audit where client_id = ?1 and attempt_id = ?2",
                        Object[].class)
                .setParameter(1, client)
                .setParameter(2, attempt)
                .getResultList()
                .stream()
                .map(r -> new Parts(
                        (UUID) r[0],
                        Optional.ofNullable((String) r[1]),
                        Arrays.stream(((String) r[2]).split(","))
                                .map(Integer::valueOf)
                                .toList()))
                .findFirst();
    }

    /** What the latest mock audit showed of each requirement. Rows are written in the order of keys, so none waits in a ring. */
    void keepStanding(@Observes AttemptSettled settled) {
        Map<String, Mark> marks = new TreeMap<>(settled.score().requirements());
        marks.values().removeIf(m -> m.possible() == 0);
        if (settled.kind() != Attempt.Kind.MOCK_AUDIT || marks.isEmpty()) {
            return;
        }
        String rows = marks.keySet().stream()
                .map(key -> "(cast(? as text), cast(? as int), cast(? as int))")
                .collect(Collectors.joining(", "));
        var insert = entities.createNativeQuery(
                "insert into mock_standing (client_id, person_id, requirement, department_id, attempt_id, earned, possible, ended_at)"
                        + " select m.client_id, ?, r.requirement, m.department_id, m.attempt_id, r.earned, r.possible, ?"
                        + " from mock_audit m cross join (values " + rows + ") as r (requirement, earned, possible)"
                        + " where m.client_id = ? and m.attempt_id = ? order by r.requirement"
                        + " on conflict (client_id, person_id, requirement) do update set department_id = excluded.department_id,"
                        + " attempt_id = excluded.attempt_id, earned = excluded.earned, possible = excluded.possible,"
                        + " ended_at = excluded.ended_at where mock_standing.ended_at <= excluded.ended_at");
        int place = 1;
        insert.setParameter(place++, settled.person());
        insert.setParameter(place++, settled.at());
        for (Map.Entry<String, Mark> entry : marks.entrySet()) {
            insert.setParameter(place++, entry.getKey());
            insert.setParameter(place++, entry.getValue().earned());
            insert.setParameter(place++, entry.getValue().possible());
        }
        insert.setParameter(place++, settled.client());
        insert.setParameter(place++, settled.attempt());
        insert.executeUpdate();
    }
}
