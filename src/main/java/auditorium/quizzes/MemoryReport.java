package auditorium.quizzes;

import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Quiz;
import auditorium.quizzes.domain.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What people remember, read in one statement. Its cost grows with the questions that the people asked about have answered: some
 * hundred rows a person at most, one for each question of the lessons meant for them.
 */
@ApplicationScoped
public class MemoryReport {

    private final EntityManager entities;

    MemoryReport(EntityManager entities) {
        this.entities = entities;
    }

    /** Somebody who works here, with what they remember of each lesson. */
    public record Member(
            UUID id,
            String name,
            boolean leads,
            UUID department,
            DepartmentKind kind,
            Map<String, Remembered> lessons) {}

    /** The people of the department, or of all. */
    public List<Member> members(UUID client, Optional<UUID> department, Catalogue catalogue) {
        return read(client, "p.department_id = :id", department, catalogue);
    }

    /** One person. */
    public Optional<Member> member(UUID client, UUID person, Catalogue catalogue) {
        return read(client, "p.id = :id", Optional.of(person), catalogue).stream()
                .findFirst();
    }

    private List<Member> read(UUID client, String condition, Optional<UUID> id, Catalogue catalogue) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select p.id, p.name, p.leads, d.id as department, d.kind, c.quiz, c.question,"
                                + " c.stability, c.difficulty, c.phase, c.step, c.reviewed_on, c.pause_seconds"
                                + " from person p join department d on d.client_id = p.client_id and d.id = p.department_id"
                                + " left join practice_card c on c.client_id = p.client_id and c.person_id = p.id"
                                + " where p.client_id = :client and p.left_on is null"
                                + id.map(i -> " and " + condition).orElse("")
                                + " order by p.number, p.id",
                        Object[].class)
                .setParameter("client", client);
        id.ifPresent(i -> query.setParameter("id", i));
        Map<UUID, Object[]> people = new LinkedHashMap<>();
        Map<UUID, Map<String, List<Remembered.Asked>>> asked = new HashMap<>();
        for (Object[] r : query.getResultList()) {
            UUID person = (UUID) r[0];
            people.putIfAbsent(person, r);
            Optional<Quiz> quiz = Optional.ofNullable((String) r[5]).flatMap(catalogue::quiz);
            quiz.flatMap(q -> q.question((String) r[6]))
                    .ifPresent(question -> asked.computeIfAbsent(person, p -> new HashMap<>())
                            .computeIfAbsent(quiz.get().lesson(), l -> new ArrayList<>())
                            .add(new Remembered.Asked(PracticeCards.memory(r, 7), new HashSet<>(question.tests()))));
        }
        List<Member> members = new ArrayList<>();
        people.forEach((person, r) -> {
            Map<String, Remembered> lessons = new HashMap<>();
            asked.getOrDefault(person, Map.of()).forEach((lesson, all) -> lessons.put(lesson, new Remembered(all)));
            members.add(new Member(
                    person,
                    (String) r[1],
                    (Boolean) r[2],
                    (UUID) r[3],
                    DepartmentKind.valueOf((String) r[4]),
                    lessons));
        });
        return members;
    }
}
