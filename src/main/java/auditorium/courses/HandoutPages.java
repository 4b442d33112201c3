package auditorium.courses;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.platform.print.Download;
import auditorium.platform.print.Pdf;
import auditorium.platform.print.PrintedPicture;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson or a whole course on paper, in either language. No transaction: nothing of the client is on it, and a connection would be
 * held for as long as the printer works.
 */
@Path("/c/{client}/handouts")
@Blocking
class HandoutPages {

    private static final double PICTURE_MM = 112;

    private final Library library;
    private final Pdf pdf;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    HandoutPages(Library library, Pdf pdf, CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.library = library;
        this.pdf = pdf;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** What is printed: one lesson, or a course with its lessons. */
    record Handout(
            String head,
            String title,
            String code,
            String summary,
            boolean course,
            List<LessonSheet> lessons,
            LocalDate day) {}

    /** A lesson on paper. */
    record LessonSheet(
            String id,
            String code,
            String title,
            String courseTitle,
            int minutes,
            int revision,
            List<CardSheet> cards,
            List<KeyLine> keys,
            List<TermLine> terms) {}

    /** A card on paper. */
    record CardSheet(int number, String title, String kind, RawString html) {}

    /** A requirement that the lesson teaches. */
    record KeyLine(String id, String title) {}

    /** A term of the glossary that stands in the lesson. */
    record TermLine(String term, String other, String meaning) {}

    @CheckedTemplate(basePath = "courses")
    static class Templates {
        private Templates() {}

        static native TemplateInstance handout(Lang lang, Handout it);
    }

    @GET
    @Path("lessons/{lesson}")
    @PermissionsAllowed(Rights.LEARN)
    public Response lesson(UUID client, String lesson, @QueryParam("lang") @Nullable String lang) {
        Catalogue catalogue = library.catalogue();
        Lesson found = catalogue.lesson(lesson).orElseThrow(NotFoundException::new);
        Lang in = language(lang);
        LessonSheet sheet = sheet(found, catalogue, in);
        return print(new Handout(
                sheet.courseTitle() + " · " + sheet.code() + " " + sheet.title(),
                sheet.title(),
                sheet.code(),
                "",
                false,
                List.of(sheet),
                today(client)));
    }

    @GET
    @Path("courses/{course}")
    @PermissionsAllowed(Rights.LEARN)
    public Response course(UUID client, String course, @QueryParam("lang") @Nullable String lang) {
        Catalogue catalogue = library.catalogue();
        Course found = catalogue.course(course).orElseThrow(NotFoundException::new);
        Lang in = language(lang);
        return print(new Handout(
                found.code() + " " + found.title().in(in),
                found.title().in(in),
                found.code(),
                found.summary().in(in),
                true,
                found.lessons().stream().map(l -> sheet(l, catalogue, in)).toList(),
                today(client)));
    }

    private Response print(Handout handout) {
        byte[] bytes = pdf.render(Templates.handout(language.lang(), handout).render());
        return Download.pdf(bytes, handout.code() + " " + handout.title() + ".pdf");
    }

    /** The reader's own language, unless the address asks for the other: people teach in both. */
    private Lang language(@Nullable String asked) {
        if (asked != null) {
            language.choose(Lang.of(asked));
        }
        return language.lang();
    }

    private LocalDate today(UUID client) {
        return LocalDate.now(clock.withZone(reader.at(client).zone()));
    }

    private static LessonSheet sheet(Lesson lesson, Catalogue catalogue, Lang lang) {
        List<CardSheet> cards = lesson.cards().stream()
                .map(c -> new CardSheet(
                        lesson.cards().indexOf(c) + 1,
                        c.title().in(lang),
                        c.kind().name(),
                        new RawString(PrintedPicture.inHtml(c.html().in(lang), PICTURE_MM))))
                .toList();
        return new LessonSheet(
                lesson.id(),
                lesson.code(),
                lesson.title().in(lang),
                catalogue.course(lesson.course()).map(c -> c.title().in(lang)).orElse(""),
                lesson.minutes(),
                lesson.revision(),
                cards,
                lesson.teaches().stream()
                        .flatMap(k -> catalogue.requirement(k).stream())
                        .map(r -> new KeyLine(r.id(), r.title().in(lang)))
                        .toList(),
                catalogue.reading(lesson, lang).terms().stream()
                        .map(t -> new TermLine(
                                t.term().in(lang),
                                t.term().in(lang.other()),
                                t.meaning().in(lang)))
                        .toList());
    }
}
