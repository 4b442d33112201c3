package auditorium.search;

import auditorium.clients.Department;
import auditorium.library.Catalogue;
import auditorium.library.content.Card;
import auditorium.library.content.Form;
import auditorium.library.content.Law;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.library.content.Term;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.search.domain.Snippet;
import auditorium.search.domain.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns rows of the index into what a page shows, in the reader's language where the words stand there, else in the other. */
final class Results {

    private static final int TITLE = 120;
    private static final int LINES = 90;
    private static final int WHOLE = 400;

    private final UUID client;
    private final Catalogue catalogue;
    private final Wanted wanted;
    private final Lang lang;
    private final List<Department> departments;

    Results(UUID client, Catalogue catalogue, Wanted wanted, Lang lang, List<Department> departments) {
        this.client = client;
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.lang = lang;
        this.departments = departments;
    }

    /** A text in one language, cut and marked. */
    private record Shown(Snippet snippet, Lang lang) {}

    Optional<Result> of(SearchReport.Found found) {
        return switch (found.kind()) {
            case LESSON -> catalogue.lesson(found.key()).flatMap(l -> lesson(l, found.part()));
            case TERM ->
                catalogue.glossary().stream()
                        .filter(t -> t.id().equals(found.key()))
                        .findFirst()
                        .map(this::term);
            case REQUIREMENT -> catalogue.requirement(found.key()).map(this::requirement);
            case REQUIREMENT_TITLE -> catalogue.requirement(found.key()).map(this::requirementTitle);
            case LAW -> catalogue.law(found.key()).map(this::law);
            case QUESTION -> question(found.key(), found.part());
        };
    }

    private Shown shown(Text text, int longest) {
        Snippet own = Snippet.of(text.in(lang), wanted, longest);
        if (own.found()) {
            return new Shown(own, lang);
        }
        Snippet other = Snippet.of(text.in(lang.other()), wanted, longest);
        return other.found() ? new Shown(other, lang.other()) : new Shown(own, lang);
    }

    private Result result(String plate, Text title, Text text, int longest, String href, String meta) {
        Shown head = shown(title, TITLE);
        Shown body = shown(text, longest);
        return new Result(
                plate,
                head.snippet().parts(),
                head.lang().tag(),
                body.snippet().parts(),
                body.lang().tag(),
                href,
                meta);
    }

    private Optional<Result> lesson(Lesson lesson, String part) {
        String href = "/c/" + client + "/lessons/" + lesson.id();
        String course =
                catalogue.course(lesson.course()).map(c -> c.title().in(lang)).orElse("");
        if (part.isEmpty()) {
            Text first = lesson.cards().isEmpty()
                    ? new Text("", "")
                    : CardWords.of(lesson.cards().get(0));
            return Optional.of(result(lesson.code(), lesson.title(), first, LINES, href, course));
        }
        return lesson.card(part)
                .map((Card card) -> result(
                        lesson.code(),
                        card.title(),
                        CardWords.of(card),
                        LINES,
                        href + "#card-" + card.id(),
                        lesson.title().in(lang)));
    }

    private Result term(Term term) {
        Text both = new Text(
                term.term().zh() + " · " + term.term().en(),
                term.term().en() + " · " + term.term().zh());
        return result("", both, term.meaning(), WHOLE, "", "");
    }

    private Result requirement(Requirement r) {
        String href = departments.stream()
                .filter(d -> r.departments().contains(d.kind()))
                .findFirst()
                .map(d -> "/c/" + client + "/departments/" + d.id() + "/requirements/" + r.id())
                .orElseGet(() -> teaching(r));
        Text text = Snippet.of(r.guidance().in(lang), wanted, LINES).found()
                        && !Snippet.of(r.text().in(lang), wanted, LINES).found()
                ? r.guidance()
                : r.text();
        return result(r.id(), r.title(), text, LINES, href, "");
    }

    private Result requirementTitle(Requirement r) {
        return result(r.id(), r.title(), new Text("", ""), LINES, teaching(r), "");
    }

    /** Where somebody can learn what the requirement asks. */
    private String teaching(Requirement r) {
        return catalogue.lessonsTeaching(r.id()).stream()
                .findFirst()
                .map(l -> "/c/" + client + "/lessons/" + l.id())
                .orElse("");
    }

    private Result law(Law law) {
        return result(law.id(), law.source(), law.fact(), WHOLE, "", law.inForce());
    }

    private Optional<Result> question(String quizId, String id) {
        return catalogue.quiz(quizId).flatMap(quiz -> quiz.question(id).map(q -> question(quiz, q)));
    }

    private Result question(Quiz quiz, Question q) {
        Text story = q.form() instanceof Form.Scenario s ? s.story() : new Text("", "");
        boolean asked = !q.text().in(lang).isBlank();
        return result(
                "",
                asked ? q.text() : story,
                asked ? story : new Text("", ""),
                LINES,
                "/c/" + client + "/quizzes/" + quiz.id(),
                quiz.title().in(lang));
    }
}
