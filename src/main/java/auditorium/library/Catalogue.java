package auditorium.library;

import auditorium.library.content.Area;
import auditorium.library.content.Cause;
import auditorium.library.content.Course;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Law;
import auditorium.library.content.Lesson;
import auditorium.library.content.Place;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Rating;
import auditorium.library.content.Requirement;
import auditorium.library.content.Standard;
import auditorium.library.content.Statement;
import auditorium.library.content.TaskTemplate;
import auditorium.library.content.Term;
import auditorium.platform.Lang;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the content files say, checked and immutable. Replaced as a whole, never changed. */
public final class Catalogue {

    private final Parts parts;
    private final List<Area> areas;
    private final Map<String, Requirement> requirements;
    /** Requirements that nothing asks for any more, so that what once was found about them can still be shown. */
    private final Map<String, Requirement> retired;

    private final Map<String, TaskTemplate> tasks;
    private final Map<String, Law> laws;
    private final Map<String, Standard> standards;
    private final Map<String, Rating> ratings;
    private final Map<String, Place> places;
    private final Map<String, Cause> causes;
    private final Map<String, Statement> statements;
    private final Map<String, Term> glossary;
    private final Map<String, Course> courses;
    private final Map<String, Lesson> lessons;
    private final Map<String, Quiz> quizzes;
    private final Map<String, List<Lesson>> teaching;
    private final Map<String, Quiz> quizOfLesson;
    private final Glossary.Readings readings;

    /** All that was read from files; everything else follows from it. */
    record Parts(
            ChecklistReader.Areas areas,
            Map<String, TaskTemplate> tasks,
            Map<String, Law> laws,
            Map<String, Standard> standards,
            Map<String, Rating> ratings,
            Map<String, Place> places,
            Map<String, Cause> causes,
            Map<String, Statement> statements,
            Map<String, Term> glossary,
            Map<String, Course> courses,
            Map<String, Quiz> quizzes) {}

    Catalogue(Parts parts) {
        this.parts = parts;
        this.areas = parts.areas().areas().stream()
                .sorted(Comparator.comparingInt(a -> ORDER.indexOf(a.id())))
                .toList();
        this.requirements = parts.areas().requirements();
        this.retired = Map.of();
        this.tasks = parts.tasks();
        this.laws = parts.laws();
        this.standards = parts.standards();
        this.ratings = parts.ratings();
        this.places = parts.places();
        this.causes = parts.causes();
        this.statements = parts.statements();
        this.glossary = parts.glossary();
        this.courses = parts.courses().values().stream()
                .sorted(Comparator.comparing(Course::code))
                .collect(Collectors.toMap(Course::id, c -> c, (a, b) -> a, LinkedHashMap::new));
        this.quizzes = parts.quizzes();
        this.lessons = new LinkedHashMap<>();
        this.courses.values().forEach(c -> c.lessons().forEach(l -> lessons.put(l.id(), l)));
        this.teaching = new LinkedHashMap<>();
        lessons.values()
                .forEach(l -> l.teaches()
                        .forEach(key -> teaching.computeIfAbsent(key, k -> new java.util.ArrayList<>())
                                .add(l)));
        this.quizOfLesson = new LinkedHashMap<>();
        quizzes.values().forEach(q -> quizOfLesson.putIfAbsent(q.lesson(), q));
        this.readings = new Glossary.Readings(glossary.values());
    }

    private Catalogue(Catalogue base, Own own) {
        parts = base.parts;
        areas = own.requirements().isEmpty()
                ? base.areas
                : Stream.concat(base.areas.stream(), Stream.of(own.area())).toList();
        requirements = new LinkedHashMap<>(base.requirements);
        own.requirements().forEach(r -> requirements.put(r.id(), r));
        retired = own.retired().stream().collect(Collectors.toMap(Requirement::id, r -> r, (a, b) -> a));
        standards = new LinkedHashMap<>(base.standards);
        own.standards().forEach(s -> standards.put(s.id(), s));
        tasks = base.tasks;
        laws = base.laws;
        ratings = base.ratings;
        places = base.places;
        causes = base.causes;
        statements = base.statements;
        glossary = base.glossary;
        courses = base.courses;
        lessons = base.lessons;
        quizzes = base.quizzes;
        teaching = base.teaching;
        quizOfLesson = base.quizOfLesson;
        readings = base.readings;
    }

    /**
     * What one client has beside the catalogue: requirements of its own in an area of their own, those of them that nothing asks for any
     * more, and its customers' lists as standards.
     */
    public record Own(Area area, List<Requirement> requirements, List<Requirement> retired, List<Standard> standards) {}

    /** The catalogue as one client sees it. */
    public Catalogue with(Own own) {
        return new Catalogue(this, own);
    }

    Parts parts() {
        return parts;
    }

    /** As people name the areas: people, safety, goods, environment, security, data, ethics, system. */
    private static final List<String> ORDER = List.of("SR", "HS", "QM", "EN", "SC", "IS", "BE", "MS");

    public List<Area> areas() {
        return areas;
    }

    public Collection<Requirement> requirements() {
        return requirements.values();
    }

    public Optional<Requirement> requirement(String id) {
        return Optional.ofNullable(requirements.get(id)).or(() -> Optional.ofNullable(retired.get(id)));
    }

    /** What a department of that kind answers for, in the order of the catalogue. */
    public List<Requirement> requirementsOf(DepartmentKind kind) {
        return requirements.values().stream()
                .filter(r -> r.departments().contains(kind))
                .toList();
    }

    public Collection<TaskTemplate> tasks() {
        return tasks.values();
    }

    public Optional<TaskTemplate> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    public Collection<Law> laws() {
        return laws.values();
    }

    public Optional<Law> law(String id) {
        return Optional.ofNullable(laws.get(id));
    }

    public Collection<Standard> standards() {
        return standards.values();
    }

    public Optional<Standard> standard(String id) {
        return Optional.ofNullable(standards.get(id));
    }

    /** How schemes grade, as far as that is public. */
    public Collection<Rating> ratings() {
        return ratings.values();
    }

    /** In the order of the walk. */
    public Collection<Place> places() {
        return places.values();
    }

    public Optional<Place> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Root causes that findings have in common, in the order of their groups. */
    public Collection<Cause> causes() {
        return causes.values();
    }

    public Optional<Cause> cause(String id) {
        return Optional.ofNullable(causes.get(id));
    }

    public Collection<Statement> statements() {
        return statements.values();
    }

    public Optional<Statement> statement(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    public Collection<Term> glossary() {
        return glossary.values();
    }

    public Collection<Course> courses() {
        return courses.values();
    }

    public Optional<Course> course(String id) {
        return Optional.ofNullable(courses.get(id));
    }

    public Collection<Lesson> lessons() {
        return lessons.values();
    }

    public Optional<Lesson> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** The lesson as it is read in a language, with the glossary's terms marked. */
    public Reading reading(Lesson lesson, Lang lang) {
        return readings.of(lesson, lang);
    }

    /** The lessons that teach a requirement. */
    public List<Lesson> lessonsTeaching(String requirement) {
        return teaching.getOrDefault(requirement, List.of());
    }

    public Collection<Quiz> quizzes() {
        return quizzes.values();
    }

    public Optional<Quiz> quiz(String id) {
        return Optional.ofNullable(quizzes.get(id));
    }

    public Optional<Quiz> quizOf(String lesson) {
        return Optional.ofNullable(quizOfLesson.get(lesson));
    }

    public List<Question> questions() {
        return quizzes.values().stream().flatMap(q -> q.questions().stream()).toList();
    }
}
