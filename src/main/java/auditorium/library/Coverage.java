package auditorium.library;

import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        rows = catalogue.statements().stream().map(s -> row(catalogue, s.id())).toList();
    }

    private static Row row(Catalogue catalogue, String id) {
        List<Requirement> requirements = catalogue.requirements().stream()
                .filter(r -> r.statements().contains(id))
                .toList();
        Set<String> tasks = new LinkedHashSet<>();
        requirements.forEach(r -> tasks.addAll(r.tasks()));
        return new Row(
                id,
                catalogue.lessons().stream()
                        .filter(l -> l.statements().contains(id))
                        .map(Lesson::id)
                        .toList(),
                requirements.stream().map(Requirement::id).toList(),
                catalogue.quizzes().stream()
                        .flatMap(quiz -> quiz.questions().stream()
                                .filter(q -> q.statements().contains(id))
                                .map(Question::id)
                                .map(q -> quiz.id() + "/" + q))
                        .toList(),
                List.copyOf(tasks));
    }

    public List<Row> rows() {
        return rows;
    }

    public long covered() {
        return rows.stream().filter(Row::covered).count();
    }
}
