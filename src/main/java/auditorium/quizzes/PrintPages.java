package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.PaperDraw;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A quiz for a pen: paper, answer sheet and a key for whoever marks. All three are made from the quiz and a paper number, so none is
 * kept. Questions on experience are left out: an answer sheet carries a name.
 */
@Path("/c/{client}/papers/{quiz}")
@Blocking
class PrintPages {

    private static final int LARGEST_SEED = 999_999;
    private static final int LEAST_DRAWN = 100_000;
    private static final int HASH_SHOWN = 6;

    private final Library library;
    private final Pdf pdf;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    PrintPages(Library library, Pdf pdf, CurrentReader reader, CurrentLanguage language) {
        this.library = library;
        this.pdf = pdf;
        this.reader = reader;
        this.language = language;
    }

    /** The page where somebody says what to print; {@code wrong}: the number that was typed is none. */
    record Form(String quiz, String title, String seed, boolean wrong) {}

    /** What stands on top of paper, answer sheet and key; {@code pass} is in points. */
    record Head(String title, String factory, String number, int questions, int points, int pass) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance print(UUID client, Form form);

        static native TemplateInstance printedPaper(Lang lang, Head head, List<PrintedQuestion> questions);

        static native TemplateInstance printedKey(Lang lang, Head head, List<PrintedKey> keys);
    }

    @GET
    @PermissionsAllowed(Rights.PRINT_PAPERS)
    public TemplateInstance form(
            UUID client,
            String quiz,
            @QueryParam("seed") @Nullable String seed,
            @QueryParam("wrong") @Nullable String wrong) {
        Quiz found = find(quiz);
        String shown = seed != null || wrong != null
                ? Objects.requireNonNullElse(seed, "")
                : Integer.toString(ThreadLocalRandom.current().nextInt(LEAST_DRAWN, LARGEST_SEED + 1));
        return Templates.print(
                client,
                new Form(
                        found.id(),
                        found.title().in(language.lang()),
                        shown,
                        number(shown).isEmpty()));
    }

    /** Paper and answer sheet. */
    @GET
    @Path("sheet")
    @PermissionsAllowed(Rights.PRINT_PAPERS)
    public Response sheet(
            UUID client,
            String quiz,
            @QueryParam("seed") @Nullable String seed,
            @QueryParam("lang") @Nullable String lang) {
        return print(
                client,
                quiz,
                seed,
                lang,
                drawn -> Templates.printedPaper(
                        language.lang(),
                        drawn.head(),
                        drawn.questions().stream().map(Asked::printed).toList()));
    }

    /** What is right and why, for the marker. */
    @GET
    @Path("key")
    @PermissionsAllowed(Rights.PRINT_PAPERS)
    public Response key(
            UUID client,
            String quiz,
            @QueryParam("seed") @Nullable String seed,
            @QueryParam("lang") @Nullable String lang) {
        return print(
                client,
                quiz,
                seed,
                lang,
                drawn -> Templates.printedKey(
                        language.lang(),
                        drawn.head(),
                        drawn.questions().stream()
                                .map(a -> PrintedKey.of(
                                        a.question(), a.printed(), language.lang(), sources(a.question())))
                                .toList()));
    }

    /** A question with what stands on the paper of it. */
    private record Asked(Question question, PrintedQuestion printed) {}

    private record Drawn(Head head, List<Asked> questions) {}

    private Response print(
            UUID client,
            String quiz,
            @Nullable String seed,
            @Nullable String lang,
            Function<Drawn, TemplateInstance> document) {
        Quiz found = find(quiz);
        OptionalInt number = number(seed);
        if (number.isEmpty()) {
            return Response.seeOther(UriBuilder.fromPath("/c/{client}/papers/{quiz}")
                            .queryParam("seed", "{seed}")
                            .queryParam("wrong", "yes")
                            .build(client, quiz, seed == null ? "" : seed))
                    .build();
        }
        if (lang != null) {
            language.choose(Lang.of(lang));
        }
        Drawn drawn = draw(client, found, number.getAsInt());
        byte[] bytes = pdf.render(document.apply(drawn).render());
        return Download.pdf(bytes, drawn.head().title() + " " + drawn.head().number() + ".pdf");
    }

    private Drawn draw(UUID client, Quiz quiz, int seed) {
        Catalogue catalogue = library.catalogue();
        Lang lang = language.lang();
        List<Asked> asked = new ArrayList<>();
        for (Paper.Drawn drawn : PaperDraw.draw(quiz, seed).questions()) {
            Optional<Question> question = quiz.question(drawn.question()).filter(Question::scored);
            question.ifPresent(q -> {
                int place = asked.size() + 1;
                QuestionView view =
                        QuestionView.of(q, drawn, place, Optional.empty(), Optional.empty(), lang, catalogue);
                asked.add(new Asked(q, PrintedQuestion.of(q, view, Integer.toString(place))));
            });
        }
        int points = asked.stream().mapToInt(a -> a.printed().points()).sum();
        String number = seed + "-" + quiz.version().hash().substring(0, HASH_SHOWN);
        return new Drawn(
                new Head(
                        quiz.title().in(lang),
                        reader.at(client).clientName().in(lang),
                        number,
                        asked.size(),
                        points,
                        Math.ceilDiv(points * quiz.pass(), 100)),
                asked);
    }

    private List<String> sources(Question question) {
        Catalogue catalogue = library.catalogue();
        return question.laws().stream()
                .flatMap(id -> catalogue.law(id).stream())
                .map(l -> l.id() + " " + l.source().in(language.lang()))
                .toList();
    }

    private Quiz find(String id) {
        return library.catalogue().quiz(id).orElseThrow(NotFoundException::new);
    }

    private static OptionalInt number(@Nullable String typed) {
        if (typed == null || !typed.strip().matches("[0-9]{1,6}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(typed.strip());
        return number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
