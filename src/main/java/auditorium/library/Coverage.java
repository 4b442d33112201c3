package auditorium.library;

import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.library.content.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which lesson, requirement, question and task each statement of the source document has. Counted from tags alone. */
public final class Coverage {

    /** One statement with everything that carries its tag. */
    public record Row(
            String id, List<String> lessons, List<String> requirements, List<String> questions, List<String> tasks) {

        public boolean covered() {
            return missing().isEmpty();
        }

        /** What the statement lacks, in words. */
        public String missing() {
            List<String> missing = new ArrayList<>();
            if (lessons.isEmpty()) {
                missing.add("no lesson");
            }
            if (requirements.isEmpty()) {
                missing.add("no requirement");
            }
            if (questions.isEmpty()) {
                missing.add("no question");
            }
            if (tasks.isEmpty()) {
                missing.add("no task");
            }
            return String.join(", ", missing);
        }
    }

    private final List<Row> rows;

    public Coverage(Catalogue catalogue) {
        Map<String, List<String>> lessons = new HashMap<>();
        Map<String, List<String>> requirements = new HashMap<>();
        Map<String, List<String>> questions = new HashMap<>();
        Map<String, Set<String>> tasks = new HashMap<>();
        for (Lesson lesson : catalogue.lessons()) {
            lesson.statements().forEach(s -> add(lessons, s, lesson.id()));
        }
        for (Requirement requirement : catalogue.requirements()) {
            requirement.statements().forEach(s -> {
                add(requirements, s, requirement.id());
                tasks.computeIfAbsent(s, k -> new LinkedHashSet<>()).addAll(requirement.tasks());
            });
        }
        for (Quiz quiz : catalogue.quizzes()) {
            for (Question question : quiz.questions()) {
                question.statements().forEach(s -> add(questions, s, quiz.id() + "/" + question.id()));
            }
        }
        rows = catalogue.statements().stream()
                .map(Statement::id)
                .map(id -> new Row(
                        id,
                        lessons.getOrDefault(id, List.of()),
                        requirements.getOrDefault(id, List.of()),
                        questions.getOrDefault(id, List.of()),
                        List.copyOf(tasks.getOrDefault(id, Set.of()))))
                .toList();
    }

    private static void add(Map<String, List<String>> all, String statement, String id) {
        List<String> ids = all.computeIfAbsent(statement, k -> new ArrayList<>());
        if (ids.isEmpty() || !ids.get(ids.size() - 1).equals(id)) {
            ids.add(id);
        }
    }

    public List<Row> rows() {
        return rows;
    }

    public long covered() {
        return rows.stream().filter(Row::covered).count();
    }
}
