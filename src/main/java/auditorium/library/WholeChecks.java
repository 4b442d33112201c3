package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Law;
import auditorium.library.content.Question;
import auditorium.library.content.Question.Stage;
import auditorium.library.content.Standard;
import auditorium.library.domain.MockSupply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can only be said when everything has been read: that names lead somewhere, laws hold, and nothing is left uncovered. */
final class WholeChecks {

    /** A question that names a card of its quiz's lesson. */
    private record CardNamed(String lesson, String card, String file, int line) {}

    /** A question that asks for a number, with a law that it rests on. */
    private record ScoredNumber(String law, String file, int line) {}

    private final ContentReport report;
    private final References references;
    private final List<CardNamed> cards = Collections.synchronizedList(new ArrayList<>());
    private final List<ScoredNumber> numbers = Collections.synchronizedList(new ArrayList<>());

    WholeChecks(ContentReport report, References references) {
        this.report = report;
        this.references = references;
    }

    void card(String lesson, Yaml question) {
        question.optional("card")
                .ifPresent(card -> cards.add(new CardNamed(lesson, card, question.file(), question.lineAt("card"))));
        QuestionChecks.sourcesOf(question)
                .forEach(source -> source.optional("card")
                        .ifPresent(
                                card -> cards.add(new CardNamed(lesson, card, source.file(), source.lineAt("card")))));
        question.list("steps").forEach(step -> card(lesson, step));
    }

    void scoredNumber(Yaml question, List<String> laws) {
        laws.forEach(law -> numbers.add(new ScoredNumber(law, question.file(), question.line())));
    }

    void check(Catalogue catalogue) {
        references.check(catalogue, report);
        for (CardNamed named : cards) {
            catalogue
                    .lesson(named.lesson())
                    .filter(lesson -> lesson.card(named.card()).isEmpty())
                    .ifPresent(lesson -> report.error(
                            named.file(),
                            named.line(),
                            "the lesson “" + lesson.id() + "” has no card “" + named.card() + "”"));
        }
        for (ScoredNumber number : numbers) {
            catalogue
                    .law(number.law())
                    .filter(law -> law.mark() != Law.Mark.TEXT)
                    .ifPresent(law -> report.error(
                            number.file(),
                            number.line(),
                            "a scored number can't rest on " + law.id()
                                    + ", which is not verified from the law's text"));
        }
        catalogue.lessons().stream()
                .filter(lesson -> catalogue.quizOf(lesson.id()).isEmpty())
                .forEach(lesson -> report(References.Kind.LESSON, lesson.id(), Level.WARNING, "has no quiz"));
        mockAudits(catalogue);
        new Coverage(catalogue)
                .rows().stream()
                        .filter(row -> !row.covered())
                        .forEach(row -> report(
                                References.Kind.STATEMENT, row.id(), Level.ERROR, "is not covered: " + row.missing()));
    }

    /**
     * Where a mock audit would have to ask a department what is others' business. A library that has nothing at all for one of the
     * stages isn't meant for mock audits.
     */
    private void mockAudits(Catalogue catalogue) {
        Set<Stage> stages = catalogue.questions().stream().map(Question::stage).collect(Collectors.toSet());
        if (stages.size() < Stage.values().length) {
            return;
        }
        List<Optional<Standard>> standards = new ArrayList<>(List.of(Optional.empty()));
        MockSupply.STANDARDS.stream()
                .map(catalogue::standard)
                .filter(Optional::isPresent)
                .forEach(standards::add);
        for (DepartmentKind kind : DepartmentKind.values()) {
            for (Optional<Standard> standard : standards) {
                MockSupply supply = MockSupply.of(catalogue, kind, standard);
                String thin = Arrays.stream(Stage.values())
                        .filter(stage -> supply.ownAt(stage) < MockSupply.planned(stage))
                        .map(stage -> stage.name().toLowerCase(Locale.ROOT) + " " + supply.ownAt(stage) + " of "
                                + MockSupply.planned(stage))
                        .collect(Collectors.joining(", "));
                if (!thin.isEmpty()) {
                    report.add(
                            Level.NOTE,
                            "quizzes",
                            0,
                            "a mock audit of " + kind + ", "
                                    + standard.map(Standard::id).orElse("general")
                                    + ", borrows questions from other departments or stages: " + thin);
                }
            }
        }
    }

    /** The one check that depends on the day: facts of law that should have been looked up again by now. */
    static void due(Collection<Law> laws, Map<String, References.Place> places, LocalDate today, ContentReport report) {
        for (Law law : laws) {
            if (law.reviewDue().isBefore(today)) {
                References.Place place = places.getOrDefault(law.id(), References.NOWHERE);
                report.add(
                        Level.WARNING,
                        place.file(),
                        place.line(),
                        "“" + law.id() + "” was due for review on " + law.reviewDue());
            }
        }
    }

    private void report(References.Kind kind, String id, Level level, String what) {
        References.Place place = references.place(kind, id);
        report.add(level, place.file(), place.line(), "“" + id + "” " + what);
    }
}
