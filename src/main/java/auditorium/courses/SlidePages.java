package auditorium.courses;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.access.Role;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Term;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson for a room: one card a slide, with notes for whoever teaches: the terms of the card, the same card in the other language
 * and, for consultants only, the questions on it. Questions come without anything that tells what is right.
 */
@Path("/c/{client}/lessons/{lesson}/slides")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SlidePages {

    /** Up to here a slide's letters are largest; a Latin letter counts for less than half of a Chinese one. */
    private static final int ROOMY = 90;

    private static final int FULL = 180;
    private static final double LATIN_WIDTH = 0.45;

    private final Library library;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    SlidePages(Library library, CurrentReader reader, CurrentLanguage language) {
        this.library = library;
        this.reader = reader;
        this.language = language;
    }

    /** The lesson as slides. */
    record Deck(
            String lesson,
            String code,
            String title,
            String otherTitle,
            String courseTitle,
            int minutes,
            List<String> keys,
            List<Slide> slides) {}

    /** A card as a slide; {@code density} is {@code roomy}, {@code full} or {@code dense}. */
    record Slide(
            int number,
            String id,
            String kind,
            String title,
            boolean pictured,
            RawString pictures,
            RawString words,
            String density,
            Notes notes) {}

    /** What only the teacher needs. */
    record Notes(String otherTitle, RawString otherWords, List<TermNote> terms, List<String> questions) {}

    /** A term that stands on the card. */
    record TermNote(String term, String other, String meaning) {}

    @CheckedTemplate(basePath = "courses")
    static class Templates {
        private Templates() {}

        static native TemplateInstance slides(UUID client, Lang lang, Deck deck);
    }

    @GET
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance slides(UUID client, String lesson, @QueryParam("lang") @Nullable String lang) {
        Catalogue catalogue = library.catalogue();
        Lesson found = catalogue.lesson(lesson).orElseThrow(NotFoundException::new);
        if (lang != null) {
            language.choose(Lang.of(lang));
        }
        boolean questions = reader.at(client).role() == Role.CONSULTANT;
        return Templates.slides(client, language.lang(), deck(found, catalogue, language.lang(), questions));
    }

    private static Deck deck(Lesson lesson, Catalogue catalogue, Lang lang, boolean questions) {
        List<Question> asked = questions
                ? catalogue.quizOf(lesson.id()).map(q -> q.questions()).orElse(List.of())
                : List.of();
        List<Term> terms = new ArrayList<>(catalogue.reading(lesson, lang).terms());
        List<Slide> slides = new ArrayList<>();
        for (Card card : lesson.cards()) {
            slides.add(slide(card, slides.size() + 2, terms, asked, lang));
        }
        return new Deck(
                lesson.id(),
                lesson.code(),
                lesson.title().in(lang),
                lesson.title().in(lang.other()),
                catalogue.course(lesson.course()).map(c -> c.title().in(lang)).orElse(""),
                lesson.minutes(),
                lesson.teaches(),
                slides);
    }

    /** Each term is explained once, on the first card that has it. */
    private static Slide slide(Card card, int number, List<Term> terms, List<Question> asked, Lang lang) {
        String html = card.html().in(lang);
        String plain = card.plain().in(lang);
        String pictures = CardText.pictures(html);
        List<Term> here = terms.stream()
                .filter(t -> t.spellings(lang).stream().anyMatch(plain::contains))
                .toList();
        terms.removeAll(here);
        return new Slide(
                number,
                card.id(),
                card.kind().name(),
                card.title().in(lang),
                !pictures.isEmpty(),
                new RawString(pictures),
                new RawString(CardText.words(html)),
                density(plain),
                new Notes(
                        card.title().in(lang.other()),
                        new RawString(CardText.words(card.html().in(lang.other()))),
                        here.stream()
                                .map(t -> new TermNote(
                                        t.term().in(lang),
                                        t.term().in(lang.other()),
                                        t.meaning().in(lang)))
                                .toList(),
                        asked.stream()
                                .filter(q -> q.card().filter(card.id()::equals).isPresent())
                                .map(q -> q.text().in(lang).replaceAll("\\[\\[[^\\]]*]]", "____"))
                                .filter(t -> !t.isBlank())
                                .toList()));
    }

    private static String density(String plain) {
        double width = plain.codePoints()
                .mapToDouble(c -> c < 0x2e80 ? LATIN_WIDTH : 1)
                .sum();
        return width <= ROOMY ? "roomy" : width <= FULL ? "full" : "dense";
    }
}
