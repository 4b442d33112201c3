package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.training.sessions.domain.SessionKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Planning a session, and changing what was planned: the form, and what becomes of it. */
@RequestScoped
class SessionPlan {

    static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TrainingSessions sessions;
    private final Attendances attendances;
    private final LiveQuestions questions;
    private final Departments departments;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final SessionWords words;
    private final Clock clock;

    SessionPlan(
            TrainingSessions sessions,
            Attendances attendances,
            LiveQuestions questions,
            Departments departments,
            Library library,
            Rights rights,
            CurrentReader reader,
            SessionWords words,
            Clock clock) {
        this.sessions = sessions;
        this.attendances = attendances;
        this.questions = questions;
        this.departments = departments;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    /** What came of a form. */
    sealed interface Outcome {}

    record Made(UUID session) implements Outcome {}

    record Wrong(List<String> problems) implements Outcome {}

    /** Something to tick. */
    record Choice(String id, String label, boolean chosen) {}

    /** A course with its lessons to tick. */
    record CourseChoice(String code, String title, boolean some, List<Choice> lessons) {}

    /** The form as it is filled in; {@code session} is empty for a new one. */
    record FormView(
            String session,
            String id,
            List<CourseChoice> courses,
            String on,
            String time,
            String minutes,
            String room,
            String trainer,
            boolean english,
            List<Choice> departments,
            String numbers,
            List<String> problems) {}

    @CheckedTemplate(basePath = "sessions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(UUID client, FormView form);
    }

    Outcome make(Reader.Seat seat, SessionForm form) {
        List<String> problems = new ArrayList<>();
        Optional<TrainingSession.Terms> terms = terms(seat, form, today(seat), problems);
        if (terms.isEmpty()) {
            return new Wrong(problems);
        }
        UUID id = form.newId().orElseGet(Ids::next);
        if (sessions.findByIdOptional(id).isPresent()) {
            return new Made(id);
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        sessions.persistAndFlush(new TrainingSession(
                id,
                SessionKind.ROOM,
                terms.get(),
                rights.reach(seat),
                secret,
                reader.get().account(),
                clock.instant()));
        seat(seat, id, form);
        return new Made(id);
    }

    /** What was planned, in other words; the list of people only grows by this. */
    Outcome change(Reader.Seat seat, TrainingSession session, SessionForm form) {
        List<String> problems = new ArrayList<>();
        LocalDate planned = session.startsAt().atZone(seat.zone()).toLocalDate();
        LocalDate today = today(seat);
        Optional<TrainingSession.Terms> terms = terms(seat, form, planned.isBefore(today) ? planned : today, problems);
        boolean asked = !questions.all(seat.client(), session.id()).isEmpty();
        if (asked && terms.filter(t -> !t.lessons().equals(session.lessons())).isPresent()) {
            problems.add(words.messages().lessons_are_asked());
        }
        if (terms.isEmpty() || !problems.isEmpty()) {
            return new Wrong(problems);
        }
        session.change(terms.get());
        seat(seat, session.id(), form);
        return new Made(session.id());
    }

    private void seat(Reader.Seat seat, UUID session, SessionForm form) {
        attendances.seat(
                seat.client(),
                session,
                attendances
                        .numbered(seat.client(), form.numbers(), rights.reach(seat))
                        .values(),
                false);
        attendances.seatDepartments(seat.client(), session, form.departments(reached(seat)));
    }

    private Set<UUID> reached(Reader.Seat seat) {
        return departments.reachedBy(seat).stream().map(Department::id).collect(Collectors.toSet());
    }

    private LocalDate today(Reader.Seat seat) {
        return LocalDate.now(clock.withZone(seat.zone()));
    }

    private Optional<TrainingSession.Terms> terms(
            Reader.Seat seat, SessionForm form, LocalDate earliest, List<String> problems) {
        Optional<TrainingSession.Terms> terms =
                form.terms(library.catalogue(), reader.get(), seat.zone(), earliest, words.messages(), problems::add);
        List<String> numbers = form.numbers();
        Set<String> known =
                attendances.numbered(seat.client(), numbers, rights.reach(seat)).keySet();
        if (!known.containsAll(numbers)) {
            problems.add(words.messages()
                    .bad_numbers(String.join(
                            " ",
                            numbers.stream().filter(n -> !known.contains(n)).toList())));
        }
        return problems.isEmpty() ? terms : Optional.empty();
    }

    /** The form; {@code session} is empty for a new one. */
    TemplateInstance page(UUID client, String session, SessionForm form, List<String> problems) {
        Lang lang = words.lang();
        Catalogue catalogue = library.catalogue();
        return Templates.form(
                client,
                new FormView(
                        session,
                        form.id == null ? "" : form.id,
                        catalogue.courses().stream()
                                .map(c -> new CourseChoice(
                                        c.code(),
                                        c.title().in(lang),
                                        c.lessons().stream().anyMatch(l -> form.lessons.contains(l.id())),
                                        c.lessons().stream()
                                                .map(l -> new Choice(
                                                        l.id(),
                                                        l.code() + " "
                                                                + l.title().in(lang),
                                                        form.lessons.contains(l.id())))
                                                .toList()))
                                .toList(),
                        form.on,
                        form.time,
                        form.minutes,
                        form.room,
                        form.trainer,
                        Lang.of(form.language) == Lang.EN,
                        departments.reachedBy(reader.at(client)).stream()
                                .map(d -> new Choice(
                                        d.id().toString(),
                                        d.name().in(lang),
                                        form.departments.contains(d.id().toString())))
                                .toList(),
                        form.numbers,
                        problems));
    }
}
