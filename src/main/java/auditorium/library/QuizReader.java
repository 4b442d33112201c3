package auditorium.library;

import auditorium.library.content.Pool;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code quizzes/}. */
final class QuizReader {

    private final ContentFiles files;
    private final Pictures pictures;
    private final ContentReport report;
    private final QuestionChecks checks;

    QuizReader(ContentFiles files, Pictures pictures, ContentReport report, QuestionChecks checks) {
        this.files = files;
        this.pictures = pictures;
        this.report = report;
        this.checks = checks;
    }

    Map<String, Quiz> quizzes() {
        Map<String, Quiz> quizzes = new LinkedHashMap<>();
        files.list("quizzes", ".yaml").parallelStream()
                .map(file -> files.yaml(file).map(this::read))
                .toList()
                .forEach(read -> read.ifPresent(r -> put(quizzes, r)));
        return quizzes;
    }

    private void put(Map<String, Quiz> quizzes, Read read) {
        if (!read.quiz().id().isEmpty() && quizzes.putIfAbsent(read.quiz().id(), read.quiz()) != null) {
            report.error(read.file(), read.line(), "the id “" + read.quiz().id() + "” is used twice");
        }
    }

    /** A quiz with the line of its id. */
    private record Read(Quiz quiz, String file, int line) {}

    private Read read(Yaml yaml) {
        yaml.allow(
                "id",
                "title",
                "lesson",
                "pass",
                "draw",
                "limit",
                "late_window",
                "exam",
                "pause",
                "attempts",
                "questions",
                "pools",
                "minutes");
        Quiz quiz = quiz(yaml);
        checks.quiz(yaml, quiz);
        return new Read(quiz, yaml.file(), yaml.lineAt("id"));
    }

    private Quiz quiz(Yaml yaml) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Yaml item : yaml.list("questions")) {
            Question question = QuestionReader.read(item, Optional.empty(), this::fromFile);
            ChecklistReader.put(questions, question.id(), question, item);
            checks.question(item, question);
        }
        int pass = yaml.number("pass", 80);
        if (pass < 1 || pass > 100) {
            yaml.errorAt("pass", "“pass” is a per cent from 1 to 100");
        }
        List<Pool> pools = PoolReader.read(yaml, questions.values());
        int pooled = pools.stream().mapToInt(Pool::take).sum();
        int draw = yaml.number("draw", pools.isEmpty() ? questions.size() : pooled);
        if (!pools.isEmpty() && draw != pooled) {
            yaml.errorAt(
                    "draw",
                    "“draw” is " + draw + " but the pools give " + pooled + "; with “pools” it can be left out");
        } else if (draw < 1 || draw > questions.size()) {
            yaml.errorAt("draw", "“draw” is " + draw + " but there are " + questions.size() + " questions");
        }
        return new Quiz(
                yaml.id(),
                yaml.text("title"),
                yaml.string("lesson"),
                pass,
                draw,
                QuizRulesReader.read(yaml),
                pools,
                List.copyOf(questions.values()),
                Versions.of(yaml.canonical()));
    }

    private Optional<String> fromFile(Yaml yaml) {
        return pictures.named(yaml.file(), yaml.lineAt("image"), yaml.string("image"));
    }
}
