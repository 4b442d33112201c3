package auditorium.courses;

import auditorium.courses.domain.LessonProgress;
import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where one person stands in every lesson, in one statement. */
@ApplicationScoped
public class LearningReport {

    private final EntityManager entities;

    LearningReport(EntityManager entities) {
        this.entities = entities;
    }

    /** The progress in each lesson of the catalogue, in its order. */
    public Map<String, LessonProgress> of(UUID client, UUID person, Catalogue catalogue) {
        Map<String, Set<String>> seen = new HashMap<>();
        Map<String, Instant> read = new HashMap<>();
        Map<String, Instant> passed = new HashMap<>();
        List<?> rows = entities.createNativeQuery("""
                        select 'seen', lesson, version, card, seen_at from card_seen where client_id = ?1 and person_id = ?2
                        union all
                        select 'read', lesson, version, '', completed_at from lesson_completion where client_id = ?1 and person_id = ?2
                        union all
                        select 'passed', lesson, version, '', passed_at from lesson_standing where client_id = ?1 and person_id = ?2""", Object[].class)
                .setParameter(1, client)
                .setParameter(2, person)
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            String lesson = (String) r[1];
            boolean current = catalogue
                    .lesson(lesson)
                    .filter(l -> l.version().hash().equals(r[2]))
                    .isPresent();
            switch ((String) r[0]) {
                case "seen" -> {
                    if (current) {
                        seen.computeIfAbsent(lesson, k -> new HashSet<>()).add((String) r[3]);
                    }
                }
                case "read" -> {
                    if (current) {
                        read.put(lesson, (Instant) r[4]);
                    }
                }
                default -> passed.put(lesson, (Instant) r[4]);
            }
        }
        Map<String, LessonProgress> all = new LinkedHashMap<>();
        for (Lesson lesson : catalogue.lessons()) {
            all.put(
                    lesson.id(),
                    new LessonProgress(
                            seen.getOrDefault(lesson.id(), Set.of()).size(),
                            lesson.cards().size(),
                            Optional.ofNullable(read.get(lesson.id())),
                            Optional.ofNullable(passed.get(lesson.id()))));
        }
        return all;
    }
}
