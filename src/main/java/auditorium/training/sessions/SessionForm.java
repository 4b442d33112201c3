package auditorium.training.sessions;

import auditorium.access.Reader;
import auditorium.library.Catalogue;
import auditorium.library.content.Lesson;
import auditorium.platform.Lang;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session as somebody typed it. */
public class SessionForm {

    static final int LONGEST = 100;
    static final int MOST_MINUTES = 600;
    static final int MOST_LESSONS = 12;
    static final int MOST_NUMBERS = 500;

    @FormParam("id")
    @Nullable
    String id;

    @FormParam("lesson")
    List<String> lessons = List.of();

    @FormParam("on")
    String on = "";

    @FormParam("time")
    String time = "";

    @FormParam("minutes")
    String minutes = "45";

    @FormParam("room")
    String room = "";

    @FormParam("trainer")
    String trainer = "";

    @FormParam("language")
    String language = "";

    @FormParam("department")
    List<String> departments = List.of();

    @FormParam("numbers")
    String numbers = "";

    public SessionForm() {}

    /** A form that shows what is planned; the list of people is changed apart from it. */
    static SessionForm of(TrainingSession session, ZoneId zone) {
        SessionForm form = new SessionForm();
        form.lessons = session.lessons();
        form.on = session.startsAt().atZone(zone).toLocalDate().toString();
        form.time = SessionWords.clock(session.startsAt(), zone);
        form.minutes = Integer.toString(session.minutes());
        form.room = session.room();
        form.trainer = session.trainer();
        form.language = session.language().code();
        return form;
    }

    /** The id that the page made for a new session: sending the form twice makes one. */
    Optional<UUID> newId() {
        return uuid(id == null ? "" : id);
    }

    /** The departments that were ticked, of those that the person may name. */
    List<UUID> departments(Set<UUID> reached) {
        return departments.stream()
                .flatMap(d -> uuid(d).stream())
                .filter(reached::contains)
                .distinct()
                .toList();
    }

    /** The numbers of people, however they were separated. */
    List<String> numbers() {
        return Arrays.stream(numbers.split("[\\s,，、;；]+", -1))
                .filter(n -> !n.isEmpty() && n.length() <= 40)
                .distinct()
                .limit(MOST_NUMBERS)
                .toList();
    }

    /**
     * What was planned, or what is wrong with it, each problem in the person's words.
     *
     * @param earliest the first day for which one may plan: nobody makes a record for the past
     */
    Optional<TrainingSession.Terms> terms(
            Catalogue catalogue,
            Reader who,
            ZoneId zone,
            LocalDate earliest,
            SessionMessages words,
            Consumer<String> problem) {
        List<String> found = new ArrayList<>();
        List<String> taught = lessons.stream()
                .distinct()
                .flatMap(l -> catalogue.lesson(l).stream())
                .map(Lesson::id)
                .toList();
        if (taught.isEmpty() || taught.size() > MOST_LESSONS) {
            found.add(words.bad_lessons(MOST_LESSONS));
        }
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            found.add(words.bad_day());
        } else if (day.get().isBefore(earliest)) {
            found.add(words.bad_past(earliest.toString()));
        }
        Optional<LocalTime> clock = clock();
        if (clock.isEmpty()) {
            found.add(words.bad_time());
        }
        int length = minutes.strip().matches("[0-9]{1,3}") ? Integer.parseInt(minutes.strip()) : 0;
        if (length < 1 || length > MOST_MINUTES) {
            found.add(words.bad_minutes(MOST_MINUTES));
        }
        String place = room.strip();
        if (place.isEmpty() || place.length() > LONGEST) {
            found.add(words.bad_room(LONGEST));
        }
        String name = trainer.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            found.add(words.bad_trainer(LONGEST));
        }
        found.forEach(problem);
        if (!found.isEmpty() || day.isEmpty() || clock.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrainingSession.Terms(
                taught,
                Lang.of(language),
                place,
                name,
                name.equals(who.name()) ? Optional.of(who.account()) : Optional.empty(),
                day.get().atTime(clock.get()).atZone(zone).toInstant(),
                length));
    }

    private Optional<LocalDate> day() {
        try {
            LocalDate day = LocalDate.parse(on.strip());
            return day.getYear() >= 2000 && day.getYear() <= 2100 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalTime> clock() {
        try {
            return Optional.of(LocalTime.parse(time.strip()).withSecond(0).withNano(0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
