package auditorium.training.sessions;

import auditorium.library.Catalogue;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Says in words what a session is and when. */
@RequestScoped
class SessionWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final CurrentLanguage language;

    SessionWords(CurrentLanguage language) {
        this.language = language;
    }

    Lang lang() {
        return language.lang();
    }

    SessionMessages messages() {
        return in(language.lang());
    }

    static SessionMessages in(Lang lang) {
        return MessageBundles.get(SessionMessages.class, Localized.Literal.of(lang.code()));
    }

    /** The course if all lessons are of one and there are several, else the first lesson and how many more. */
    static String title(List<String> lessons, Catalogue catalogue, Lang lang) {
        List<Lesson> known =
                lessons.stream().flatMap(l -> catalogue.lesson(l).stream()).toList();
        if (known.isEmpty()) {
            return String.join(" ", lessons);
        }
        Lesson first = known.get(0);
        String one = first.code() + " " + first.title().in(lang);
        if (known.size() == 1) {
            return one;
        }
        Optional<Course> course = catalogue.course(first.course());
        boolean together = known.stream().allMatch(l -> l.course().equals(first.course()));
        return together && course.isPresent()
                ? in(lang).of_course(course.get().title().in(lang), known.size())
                : in(lang).and_more(one, known.size() - 1);
    }

    /** Day and time of a beginning, and the time of the end. */
    static String span(Instant from, int minutes, ZoneId zone) {
        return MINUTE.format(from.atZone(zone)) + "–"
                + CLOCK.format(from.plusSeconds(60L * minutes).atZone(zone));
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** The time of day; with the day when that is not the session's, for what was noted later must look it. */
    static String clock(Instant at, Instant session, ZoneId zone) {
        boolean sameDay =
                at.atZone(zone).toLocalDate().equals(session.atZone(zone).toLocalDate());
        return sameDay ? clock(at, zone) : minute(at, zone);
    }

    static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }
}
