package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.library.Library;
import auditorium.library.content.Quiz;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody did in quizzes, for those who answer for them, and where more time or another attempt is granted. */
@Path("/c/{client}/people/{person}/quizzes")
@Produces(MediaType.TEXT_HTML)
class PersonQuizPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST_SHOWN = 60;
    private static final int MOST_MINUTES = 600;
    private static final int MOST_ATTEMPTS = 20;
    private static final int LONGEST_REASON = 500;

    private final AttemptReport report;
    private final AttemptGrants grants;
    private final People people;
    private final Library library;
    private final Rights rights;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    PersonQuizPages(
            AttemptReport report,
            AttemptGrants grants,
            People people,
            Library library,
            Rights rights,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.report = report;
        this.grants = grants;
        this.people = people;
        this.library = library;
        this.rights = rights;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /**
     * A person's quizzes as the page shows them.
     *
     * @param mayGrant nobody grants anything to themselves
     */
    record PersonView(
            UUID id,
            String name,
            String number,
            String department,
            boolean mayGrant,
            List<AttemptRow> attempts,
            List<GrantRow> grants,
            List<Choice> quizzes) {}

    /** An attempt. States: going, over (time is up, nobody has closed it yet), waiting, marking, passed, failed. */
    record AttemptRow(String title, String when, String state, int percent, boolean timeUp) {}

    /** A grant with who gave it, when and why. */
    record GrantRow(
            UUID id,
            String title,
            long minutes,
            int attempts,
            String reason,
            String by,
            String when,
            String withdrawnBy) {}

    /** A quiz that has a clock or a count, and what they are. */
    record Choice(String id, String title, long minutes, int attempts) {}

    /** What was typed, with what is wrong about it. */
    record Typed(UUID id, String quiz, String minutes, String attempts, String reason, String problem) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance person(UUID client, PersonView person, Typed typed);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.GRANT)
    public TemplateInstance quizzes(UUID client, UUID person) {
        return page(client, reached(client, person), new Typed(Ids.next(), "", "", "", "", ""));
    }

    private TemplateInstance page(UUID client, Person person, Typed typed) {
        Lang lang = language.lang();
        ZoneId zone = reader.at(client).zone();
        Instant now = clock.instant();
        return Templates.person(
                client,
                new PersonView(
                        person.id(),
                        person.name(),
                        person.number(),
                        person.department().name().in(lang),
                        !own(client, person.id()),
                        report.attempts(client, person.id(), MOST_SHOWN).stream()
                                .map(a -> row(a, lang, zone, now))
                                .toList(),
                        report.grants(client, person.id()).stream()
                                .map(g -> new GrantRow(
                                        g.id(),
                                        title(g.quiz(), lang),
                                        g.seconds() / 60,
                                        g.attempts(),
                                        g.reason(),
                                        g.by(),
                                        WHEN.format(g.at().atZone(zone)),
                                        g.withdrawnBy()))
                                .toList(),
                        choices(lang)),
                typed);
    }

    private AttemptRow row(AttemptReport.Row a, Lang lang, ZoneId zone, Instant now) {
        String state = a.submittedAt().isEmpty()
                ? a.deadlineAt().filter(now::isAfter).isPresent() ? "over" : "going"
                : a.marking() ? "marking" : a.finalAt().isEmpty() ? "waiting" : a.passed() ? "passed" : "failed";
        return new AttemptRow(
                title(a.quiz(), lang),
                WHEN.format(a.submittedAt().orElse(a.startedAt()).atZone(zone)),
                state,
                a.possible() == 0 ? 0 : (int) (100L * a.earned() / a.possible()),
                a.timeUp());
    }

    private String title(String quiz, Lang lang) {
        return library.catalogue().quiz(quiz).map(q -> q.title().in(lang)).orElse(quiz);
    }

    private List<Choice> choices(Lang lang) {
        return library.catalogue().quizzes().stream()
                .filter(PersonQuizPages::grantable)
                .sorted(Comparator.comparing(Quiz::id))
                .map(q -> new Choice(
                        q.id(),
                        q.title().in(lang),
                        q.rules().limit().map(Duration::toMinutes).orElse(0L),
                        q.rules().attempts().orElse(0)))
                .toList();
    }

    private static boolean grantable(Quiz quiz) {
        return quiz.rules().limit().isPresent() || quiz.rules().attempts().isPresent();
    }

    /** Grants more time, another attempt, or both, with the reason. */
    @POST
    @Path("grants")
    @Transactional
    @PermissionsAllowed(Rights.GRANT)
    public Response grant(
            UUID client,
            UUID person,
            @FormParam("id") @Nullable UUID id,
            @FormParam("quiz") @Nullable String quiz,
            @FormParam("minutes") @Nullable String minutes,
            @FormParam("attempts") @Nullable String attempts,
            @FormParam("reason") @Nullable String reason) {
        Person found = granted(client, person);
        Typed typed =
                new Typed(id == null ? Ids.next() : id, text(quiz), text(minutes), text(attempts), text(reason), "");
        Optional<Integer> time = number(typed.minutes(), MOST_MINUTES);
        Optional<Integer> more = number(typed.attempts(), MOST_ATTEMPTS);
        String problem = problem(typed, time, more);
        if (!problem.isEmpty()) {
            return Response.status(400)
                    .entity(page(
                            client,
                            found,
                            new Typed(
                                    typed.id(),
                                    typed.quiz(),
                                    typed.minutes(),
                                    typed.attempts(),
                                    typed.reason(),
                                    problem)))
                    .build();
        }
        grants.give(
                client,
                new AttemptGrants.Grant(
                        typed.id(),
                        person,
                        typed.quiz(),
                        Duration.ofMinutes(time.orElse(0)),
                        more.orElse(0),
                        typed.reason()),
                reader.get(),
                clock.instant());
        return back(client, person);
    }

    private String problem(Typed typed, Optional<Integer> minutes, Optional<Integer> attempts) {
        Optional<Quiz> quiz = library.catalogue().quiz(typed.quiz()).filter(PersonQuizPages::grantable);
        if (quiz.isEmpty()) {
            return words().which_quiz();
        }
        if (minutes.isEmpty() || attempts.isEmpty()) {
            return words().whole_numbers(MOST_MINUTES, MOST_ATTEMPTS);
        }
        if (minutes.get() + attempts.get() == 0) {
            return words().nothing_granted();
        }
        if (minutes.get() > 0 && quiz.get().rules().limit().isEmpty()) {
            return words().no_clock();
        }
        if (attempts.get() > 0 && quiz.get().rules().attempts().isEmpty()) {
            return words().no_count();
        }
        if (typed.reason().isEmpty() || typed.reason().length() > LONGEST_REASON) {
            return words().say_why(LONGEST_REASON);
        }
        return "";
    }

    /** Takes a grant back; attempts that have ended stay as they are. */
    @POST
    @Path("grants/{grant}/withdrawal")
    @Transactional
    @PermissionsAllowed(Rights.GRANT)
    public Response withdraw(UUID client, UUID person, UUID grant, @FormParam("id") @Nullable UUID id) {
        granted(client, person);
        if (!grants.has(client, person, grant)) {
            throw new NotFoundException();
        }
        grants.withdraw(client, id == null ? Ids.next() : id, person, grant, reader.get(), clock.instant());
        return back(client, person);
    }

    private Person granted(UUID client, UUID person) {
        Person found = reached(client, person);
        if (own(client, person)) {
            throw new Refusal(403, words().not_to_oneself());
        }
        return found;
    }

    private Person reached(UUID client, UUID person) {
        Reader.Seat seat = reader.at(client);
        Person found = people.withDepartment(person).orElseThrow(NotFoundException::new);
        rights.requireReach(seat, found.department().id());
        return found;
    }

    private boolean own(UUID client, UUID person) {
        return reader.at(client).person().filter(person::equals).isPresent();
    }

    /** Nothing typed is none; empty: no whole number in range. */
    private static Optional<Integer> number(String typed, int most) {
        if (typed.isEmpty()) {
            return Optional.of(0);
        }
        return typed.matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(typed)).filter(n -> n <= most)
                : Optional.empty();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private GrantMessages words() {
        return MessageBundles.get(
                GrantMessages.class, Localized.Literal.of(language.lang().code()));
    }

    private static Response back(UUID client, UUID person) {
        return Response.seeOther(URI.create("/c/" + client + "/people/" + person + "/quizzes"))
                .build();
    }
}
