package auditorium.courses;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.Reading;
import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.Letter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lesson, card by card. What was seen is kept; when all is read, the quiz is next. */
@Path("/c/{client}/lessons/{lesson}")
@Produces(MediaType.TEXT_HTML)
class LessonPages {

    private final Library library;
    private final LearningRecord record;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    LessonPages(Library library, LearningRecord record, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.library = library;
        this.record = record;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A card as the page shows it. */
    record CardView(int number, String id, String kind, String title, RawString html, boolean last) {}

    /** A requirement that the lesson teaches. */
    record KeyView(String id, String title) {}

    /** A term of the glossary that stands in the lesson. */
    record TermView(String id, String term, String other, String meaning) {}

    /** The lesson as the page shows it. */
    record LessonView(
            String id,
            String course,
            String courseTitle,
            String code,
            String title,
            int minutes,
            boolean forWorkers,
            List<CardView> cards,
            List<KeyView> keys,
            List<TermView> terms,
            int questions) {}

    @CheckedTemplate(basePath = "courses")
    static class Templates {
        private Templates() {}

        static native TemplateInstance lesson(UUID client, LessonView lesson, boolean learner);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance lesson(UUID client, String lesson) {
        boolean learner = reader.at(client).person().isPresent();
        return Templates.lesson(client, view(find(lesson)), learner);
    }

    /** A card came into view on somebody's phone. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Path("cards")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response seen(
            UUID client, String lesson, @FormParam("card") @Nullable String card, @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Lesson found = find(lesson);
        if (card == null || found.card(card).isEmpty()) {
            throw new BadRequestException();
        }
        reader.at(client)
                .person()
                .ifPresent(p -> record.seen(client, letter.id(), p, found, card, letter.at(clock.instant())));
        return letter.receipt(URI.create("/c/" + client + "/lessons/" + lesson + "#card-" + card));
    }

    /** All cards have been read. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Path("completion")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response complete(UUID client, String lesson, @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Lesson found = find(lesson);
        reader.at(client)
                .person()
                .ifPresent(p -> record.read(client, letter.id(), p, found, letter.at(clock.instant())));
        String next = library.catalogue()
                .quizOf(lesson)
                .map(q -> "/c/" + client + "/quizzes/" + q.id())
                .orElse("/c/" + client + "/courses/" + found.course());
        return letter.receipt(URI.create(next));
    }

    private Lesson find(String id) {
        return library.catalogue().lesson(id).orElseThrow(NotFoundException::new);
    }

    private LessonView view(Lesson lesson) {
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        Reading reading = catalogue.reading(lesson, lang);
        List<CardView> cards = new ArrayList<>();
        for (Card card : lesson.cards()) {
            int number = cards.size() + 1;
            cards.add(new CardView(
                    number,
                    card.id(),
                    card.kind().name().toLowerCase(java.util.Locale.ROOT),
                    card.title().in(lang),
                    new RawString(reading.cards().get(number - 1)),
                    number == lesson.cards().size()));
        }
        List<KeyView> keys = lesson.teaches().stream()
                .flatMap(k -> catalogue.requirement(k).stream())
                .map(r -> new KeyView(r.id(), r.title().in(lang)))
                .toList();
        return new LessonView(
                lesson.id(),
                lesson.course(),
                catalogue.course(lesson.course()).map(c -> c.title().in(lang)).orElse(""),
                lesson.code(),
                lesson.title().in(lang),
                lesson.minutes(),
                lesson.forWorkers(),
                cards,
                keys,
                reading.terms().stream()
                        .map(t -> new TermView(
                                t.id(),
                                t.term().in(lang),
                                t.term().in(lang.other()),
                                t.meaning().in(lang)))
                        .toList(),
                catalogue.quizOf(lesson.id()).map(q -> q.draw()).orElse(0));
    }
}
