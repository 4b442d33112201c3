package auditorium.library.domain;

import auditorium.library.Catalogue;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Form;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Question.Stage;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the library has to ask the people of one kind of department in a mock audit, stage by stage, nearest first.
 *
 * <p>A question touches a department when it tests a requirement that the department answers for, or belongs to a lesson for
 * everybody, and the standard asks for a requirement that it tests. The interview asks experience only, every other stage never
 * asks it. Essays are left out: they wait for a person.
 */
public final class MockSupply {

    /** The standards that every factory can choose; without one the audit is a general one. */
    public static final List<String> STANDARDS = List.of("alibaba", "nome");

    /** How many questions each stage has when the library is rich enough. Together they take about ten minutes. */
    private static final Map<Stage, Integer> PLAN = Map.of(
            Stage.ARRIVAL, 2,
            Stage.FLOOR, 3,
            Stage.PROCESS, 3,
            Stage.DOCUMENTS, 3,
            Stage.INTERVIEW, 2,
            Stage.CLOSING, 2);

    /** What happens there is the same for every department. */
    private static final Set<Stage> ABOUT_THE_AUDIT = Set.of(Stage.ARRIVAL, Stage.INTERVIEW, Stage.CLOSING);

    /** How near a question is to what the department does at that stage; the first three are its own. */
    public enum Nearness {
        /** It touches the department, and its lesson is for the department's people. */
        OWN,
        /** It touches the department; its lesson is for others. */
        SHARED,
        /** On the floor, in the process or the documents: it touches everybody, but not this department's work. */
        EVERYBODYS,
        /** Its lesson is for the department's people, but the requirement is somebody else's or not the standard's. */
        TAUGHT,
        /** It touches the department, at the stage next to this one. */
        NEXT_STAGE,
        /** It belongs to this stage, and to others. */
        OTHERS;

        public boolean own() {
            return this == OWN || this == SHARED || this == EVERYBODYS;
        }
    }

    /** A question that a stage may ask, with the quiz that it belongs to. */
    public record Candidate(Quiz quiz, Question question, Nearness nearness) {

        /** Unique in the library: the quiz's id and the question's own. */
        public String id() {
            return quiz.id() + '/' + question.id();
        }
    }

    private final DepartmentKind kind;
    private final Optional<Standard> standard;
    private final Set<String> own;
    private final Optional<Set<String>> asked;
    private final Map<Stage, List<Candidate>> stages = new EnumMap<>(Stage.class);

    private MockSupply(Catalogue catalogue, DepartmentKind kind, Optional<Standard> standard) {
        this.kind = kind;
        this.standard = standard;
        own = catalogue.requirementsOf(kind).stream().map(Requirement::id).collect(Collectors.toUnmodifiableSet());
        asked = standard.map(Standard::requirements);
        for (Stage stage : Stage.values()) {
            stages.put(stage, new ArrayList<>());
        }
        for (Quiz quiz : catalogue.quizzes()) {
            catalogue.lesson(quiz.lesson()).ifPresent(lesson -> quiz.questions().forEach(q -> add(quiz, lesson, q)));
        }
        stages.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(Candidate::nearness).thenComparing(Candidate::id)));
    }

    /** The supply of one kind of department under a standard, or under none for a general audit. */
    public static MockSupply of(Catalogue catalogue, DepartmentKind kind, Optional<Standard> standard) {
        return new MockSupply(catalogue, kind, standard);
    }

    public DepartmentKind kind() {
        return kind;
    }

    public Optional<Standard> standard() {
        return standard;
    }

    /** How many questions the stage asks, if there are so many. */
    public static int planned(Stage stage) {
        return PLAN.getOrDefault(stage, 0);
    }

    /** What the stage may ask, nearest first, then in the order of ids. */
    public List<Candidate> at(Stage stage) {
        return List.copyOf(stages.getOrDefault(stage, List.of()));
    }

    /** How many questions the stage has that are the department's own. */
    public int ownAt(Stage stage) {
        return (int) at(stage).stream().filter(c -> c.nearness().own()).count();
    }

    private void add(Quiz quiz, Lesson lesson, Question question) {
        if (question.form() instanceof Form.Essay
                || !(question.standards().isEmpty()
                        || standard.filter(s -> question.standards().contains(s.id()))
                                .isPresent())) {
            return;
        }
        if (!question.scored()) {
            put(Stage.INTERVIEW, quiz, lesson, question);
            return;
        }
        Stage stage = question.stage();
        if (stage != Stage.INTERVIEW) {
            put(stage, quiz, lesson, question);
        }
        if (touches(lesson, question)) {
            nextTo(stage).ifPresent(next -> candidates(next).add(new Candidate(quiz, question, Nearness.NEXT_STAGE)));
        }
    }

    private void put(Stage stage, Quiz quiz, Lesson lesson, Question question) {
        boolean taught = lesson.audience().includes(kind, kind == DepartmentKind.MGT);
        Nearness nearness = !touches(lesson, question)
                ? taught ? Nearness.TAUGHT : Nearness.OTHERS
                : ABOUT_THE_AUDIT.contains(stage) || touchesWork(question)
                        ? taught ? Nearness.OWN : Nearness.SHARED
                        : Nearness.EVERYBODYS;
        candidates(stage).add(new Candidate(quiz, question, nearness));
    }

    private boolean touches(Lesson lesson, Question question) {
        return touchesWork(question)
                || (lesson.audience().everybody() && question.tests().stream().anyMatch(this::isAsked));
    }

    private boolean touchesWork(Question question) {
        return question.tests().stream().anyMatch(key -> own.contains(key) && isAsked(key));
    }

    private boolean isAsked(String requirement) {
        return asked.map(keys -> keys.contains(requirement)).orElse(true);
    }

    /** Where a question may also help out: rights are explained on arrival too, and what is seen, done and recorded is one thing. */
    private static Optional<Stage> nextTo(Stage stage) {
        return switch (stage) {
            case INTERVIEW -> Optional.of(Stage.ARRIVAL);
            case PROCESS -> Optional.of(Stage.FLOOR);
            case FLOOR -> Optional.of(Stage.PROCESS);
            case DOCUMENTS -> Optional.of(Stage.CLOSING);
            case ARRIVAL, CLOSING -> Optional.empty();
        };
    }

    private List<Candidate> candidates(Stage stage) {
        return stages.computeIfAbsent(stage, s -> new ArrayList<>());
    }
}
