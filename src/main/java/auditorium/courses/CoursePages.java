package auditorium.courses;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.courses.domain.LessonProgress;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The courses of the library and how far the reader is in them. */
@Path("/c/{client}/courses")
@Produces(MediaType.TEXT_HTML)
class CoursePages {

    private final Library library;
    private final LearningReport learning;
    private final CurrentReader reader;
    private final CurrentLanguage language;

    CoursePages(Library library, LearningReport learning, CurrentReader reader, CurrentLanguage language) {
        this.library = library;
        this.learning = learning;
        this.reader = reader;
        this.language = language;
    }

    /** A course in the list. */
    record CourseRow(String id, String code, String title, String summary, int lessons, long passed) {}

    /** A lesson in its course. */
    record LessonRow(
            String id, String code, String title, int minutes, String step, int seen, int cards, boolean mine) {}

    @CheckedTemplate(basePath = "courses")
    static class Templates {
        private Templates() {}

        static native TemplateInstance courses(UUID client, List<CourseRow> courses);

        static native TemplateInstance course(UUID client, CourseRow course, List<LessonRow> lessons);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance courses(UUID client) {
        Catalogue catalogue = library.catalogue();
        Map<String, LessonProgress> progress = progress(client, catalogue);
        return Templates.courses(
                client, catalogue.courses().stream().map(c -> row(c, progress)).toList());
    }

    @GET
    @Path("{course}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance course(UUID client, String course) {
        Catalogue catalogue = library.catalogue();
        Course found = catalogue.course(course).orElseThrow(NotFoundException::new);
        Map<String, LessonProgress> progress = progress(client, catalogue);
        return Templates.course(
                client,
                row(found, progress),
                found.lessons().stream().map(l -> row(l, progress)).toList());
    }

    private Map<String, LessonProgress> progress(UUID client, Catalogue catalogue) {
        Reader.Seat seat = reader.at(client);
        return seat.person().map(p -> learning.of(client, p, catalogue)).orElse(Map.of());
    }

    private CourseRow row(Course course, Map<String, LessonProgress> progress) {
        Lang lang = language.lang();
        long passed = course.lessons().stream()
                .filter(l -> step(l, progress) == LessonProgress.Step.PASSED)
                .count();
        return new CourseRow(
                course.id(),
                course.code(),
                course.title().in(lang),
                course.summary().in(lang),
                course.lessons().size(),
                passed);
    }

    private LessonRow row(Lesson lesson, Map<String, LessonProgress> progress) {
        LessonProgress p = progress.getOrDefault(
                lesson.id(), LessonProgress.none(lesson.cards().size()));
        return new LessonRow(
                lesson.id(),
                lesson.code(),
                lesson.title().in(language.lang()),
                lesson.minutes(),
                p.step().name(),
                p.cardsSeen(),
                p.cards(),
                lesson.audience().everybody());
    }

    private static LessonProgress.Step step(Lesson lesson, Map<String, LessonProgress> progress) {
        return progress.getOrDefault(lesson.id(), LessonProgress.none(1)).step();
    }
}
