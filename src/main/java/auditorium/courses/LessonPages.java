package auditorium.courses;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.courses.domain.ReadThrough;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lesson, card by card. What was seen is kept; when all is read, the quiz is next. */
@Path("/c/{client}/lessons/{lesson}")
@Produces(MediaType.TEXT_HTML)
class LessonPages {

    private static final int LONGEST_CARD_ID = 64;

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

    /** A card as the page shows it; {@code dwell} is how long it is in view, in milliseconds, before it has been seen. */
    record CardView(int number, String id, String kind, String title, RawString html, boolean last, long dwell) {}

    /** A card in a list: its number and its id. */
    record Place(int number, String id) {}

    /** What is missing before a lesson counts as read: cards, or else seconds; {@code next} is where to go all the same. */
    record Unread(List<Place> cards, long seconds, String next) {}

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
            int questions,
            String version) {}

    @CheckedTemplate(basePath = "courses")
    static class Templates {
        private Templates() {}

        static native TemplateInstance lesson(UUID client, LessonView lesson, boolean learner, @Nullable Unread unread);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance lesson(UUID client, String lesson, @QueryParam("unread") @Nullable String unread) {
        Optional<UUID> person = reader.at(client).person();
        Lesson found = find(lesson);
        person.ifPresent(p -> record.shown(found));
        Optional<Unread> missing = unread == null ? Optional.empty() : person.flatMap(p -> unread(client, p, found));
        return Templates.lesson(client, view(found), person.isPresent(), missing.orElse(null));
    }

    /** What somebody who says to have read it has not read yet. */
    private Optional<Unread> unread(UUID client, UUID person, Lesson lesson) {
        ReadThrough through = record.through(client, person, lesson, clock.instant());
        if (through.counts() || record.isRead(client, person, lesson)) {
            return Optional.empty();
        }
        List<String> cards = lesson.cards().stream().map(Card::id).toList();
        return Optional.of(new Unread(
                through.unseen().stream()
                        .map(c -> new Place(cards.indexOf(c) + 1, c))
                        .toList(),
                Math.max(1, through.missing().plusMillis(999).toSeconds()),
                next(client, lesson).toString()));
    }

    /** A card was in view long enough. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Path("cards")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response seen(
            UUID client,
            String lesson,
            @FormParam("card") @Nullable String card,
            @FormParam("version") @Nullable String version,
            @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Optional<Lesson> found = library.catalogue().lesson(lesson);
        if (found.isEmpty()) {
            return letter.refused(404);
        }
        String seen = version == null ? found.get().version().hash() : version;
        boolean today = seen.equals(found.get().version().hash());
        if (card == null
                || !record.known(found.get(), seen)
                || (today ? found.get().card(card).isEmpty() : card.length() > LONGEST_CARD_ID)) {
            return letter.refused(400);
        }
        reader.at(client)
                .person()
                .ifPresent(p -> record.seen(sign(client, p, found.get(), seen, letter), letter.id(), card));
        return letter.receipt(URI.create("/c/" + client + "/lessons/" + lesson + "#card-" + after(found.get(), card)));
    }

    private LearningRecord.Sign sign(UUID client, UUID person, Lesson lesson, String version, Letter letter) {
        Instant now = clock.instant();
        return new LearningRecord.Sign(client, person, lesson, version, letter.at(now), now);
    }

    /** Where to read on. */
    private static String after(Lesson lesson, String card) {
        List<String> cards = lesson.cards().stream().map(Card::id).toList();
        return cards.get(Math.min(cards.indexOf(card) + 1, cards.size() - 1));
    }

    /** Somebody says to have read it all. When that is so the quiz is next; if not, the page says what is missing. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Path("completion")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response complete(
            UUID client, String lesson, @FormParam("version") @Nullable String version, @BeanParam Letter letter) {
        letter.requireWriter(reader.get().account());
        Optional<Lesson> found = library.catalogue().lesson(lesson);
        if (found.isEmpty()) {
            return letter.refused(404);
        }
        String seen = version == null ? found.get().version().hash() : version;
        boolean read = reader.at(client)
                .person()
                .map(p -> record.said(sign(client, p, found.get(), seen, letter), letter.id())
                                .counts()
                        || record.isRead(client, p, found.get()))
                .orElse(true);
        return letter.receipt(
                read ? next(client, found.get()) : URI.create("/c/" + client + "/lessons/" + lesson + "?unread=yes"));
    }

    private URI next(UUID client, Lesson lesson) {
        return URI.create(library.catalogue()
                .quizOf(lesson.id())
                .map(q -> "/c/" + client + "/quizzes/" + q.id())
                .orElse("/c/" + client + "/courses/" + lesson.course()));
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
                    number == lesson.cards().size(),
                    record.dwell(card).toMillis()));
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
                catalogue.quizOf(lesson.id()).map(q -> q.draw()).orElse(0),
                lesson.version().hash());
    }
}
