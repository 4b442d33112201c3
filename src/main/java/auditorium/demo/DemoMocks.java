package auditorium.demo;

import auditorium.demo.DemoFactory.Someone;
import auditorium.library.Catalogue;
import auditorium.library.ContentVersions;
import auditorium.library.Versions;
import auditorium.library.content.Form;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Version;
import auditorium.library.domain.MockSupply;
import auditorium.platform.Ids;
import auditorium.quizzes.Json;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.Fsrs;
import auditorium.quizzes.domain.Mark;
import auditorium.quizzes.domain.MockAudit;
import auditorium.quizzes.domain.Practice;
import auditorium.quizzes.domain.Score;
import auditorium.quizzes.domain.Signs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Invented mock audits of most people, what departments said they live, and what everybody remembers. */
@ApplicationScoped
class DemoMocks {

    private static final String NAME = "mock-audit";
    /** People whose first steps the visitor takes. */
    private static final Set<String> FRESH = Set.of("李秀英");

    private final ContentVersions versions;
    private final Clock clock;

    DemoMocks(ContentVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    void write(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random)
            throws SQLException {
        audits(c, client, people, catalogue, random);
        turnout(c, client, people, catalogue, random);
        memories(c, client, people, catalogue, random);
    }

    private void audits(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random)
            throws SQLException {
        Version version = Versions.of(NAME + "\n");
        List<ContentVersions.Use> uses = new ArrayList<>();
        uses.add(new ContentVersions.Use("sitting", NAME, version));
        catalogue
                .quizzes()
                .forEach(quiz -> quiz.questions()
                        .forEach(q ->
                                uses.add(new ContentVersions.Use("question", quiz.id() + "/" + q.id(), q.version()))));
        versions.use(uses);
        List<Object[]> events = new ArrayList<>();
        List<Object[]> audits = new ArrayList<>();
        List<Object[]> standings = new ArrayList<>();
        try (Rows attempts = new Rows(
                c,
                "attempt",
                "client_id",
                "id",
                "person_id",
                "kind",
                "quiz",
                "version",
                "seed",
                "paper",
                "started_at",
                "submitted_at",
                "earned",
                "possible",
                "passed",
                "pass",
                "final_at",
                "ended_by")) {
            for (Someone person : people) {
                if (FRESH.contains(person.name()) || random.nextInt(10) == 0) {
                    continue;
                }
                long seed = random.nextLong();
                MockAudit audit = MockAudit.compose(MockSupply.of(catalogue, person.kind(), Optional.empty()), seed);
                List<Question> questions =
                        audit.candidates().stream().map(q -> q.question()).toList();
                Map<String, Answer> answers = new LinkedHashMap<>();
                double knows = 0.45 + 0.5 * random.nextDouble();
                questions.stream()
                        .filter(Question::scored)
                        .forEach(q -> answers.put(
                                q.id(),
                                random.nextDouble() < knows
                                        ? DemoAnswers.right(q.form())
                                        : DemoAnswers.wrong(q.form(), random)));
                Score score = Score.of(questions, answers, Map.of());
                UUID id = Ids.next();
                Instant at = clock.instant().minus(Duration.ofMinutes(2000 + random.nextInt(60_000)));
                Instant end = at.plus(Duration.ofMinutes(11));
                attempts.add(
                        client,
                        id,
                        person.id(),
                        "MOCK_AUDIT",
                        NAME,
                        version.hash(),
                        seed,
                        Json.of(audit.paper(seed)),
                        at,
                        end,
                        score.earned(),
                        score.possible(),
                        score.passed(80),
                        80,
                        end,
                        "PERSON");
                audits.add(new Object[] {
                    client,
                    id,
                    person.department(),
                    audit.stops().stream()
                            .map(s -> Integer.toString(s.questions().size()))
                            .collect(Collectors.joining(","))
                });
                long sequence = 0;
                for (Map.Entry<String, Answer> answer : answers.entrySet()) {
                    Instant when = at.plusSeconds(40 * ++sequence);
                    events.add(new Object[] {
                        client, Ids.next(), id, answer.getKey(), sequence, Json.of(answer.getValue()), when, when
                    });
                }
                for (Map.Entry<String, Mark> known : score.requirements().entrySet()) {
                    if (known.getValue().possible() > 0) {
                        standings.add(new Object[] {
                            client,
                            person.id(),
                            known.getKey(),
                            person.department(),
                            id,
                            known.getValue().earned(),
                            known.getValue().possible(),
                            end
                        });
                    }
                }
            }
        }
        Rows.all(
                c,
                events,
                "answer_event",
                "client_id",
                "id",
                "attempt_id",
                "question",
                "sequence",
                "answer",
                "answered_at",
                "received_at");
        Rows.all(c, audits, "mock_audit", "client_id", "attempt_id", "department_id", "stages");
        Rows.all(
                c,
                standings,
                "mock_standing",
                "client_id",
                "person_id",
                "requirement",
                "department_id",
                "attempt_id",
                "earned",
                "possible",
                "ended_at");
    }

    /** Two questions about what people live in each department that is large enough, for this month and the last. */
    private void turnout(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random)
            throws SQLException {
        LocalDate month = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
        Map<UUID, List<Someone>> departments = people.stream()
                .collect(Collectors.groupingBy(Someone::department, LinkedHashMap::new, Collectors.toList()));
        try (Rows rows = new Rows(
                c,
                "experience_turnout",
                "client_id",
                "department_id",
                "month",
                "quiz",
                "question",
                "people",
                "signalled",
                "shown_people",
                "shown_signalled")) {
            for (List<Someone> own : departments.values()) {
                int shown = own.size() / Signs.SMALLEST_GROUP * Signs.SMALLEST_GROUP;
                List<MockSupply.Candidate> lived =
                        MockSupply.of(catalogue, own.getFirst().kind(), Optional.empty())
                                .at(Question.Stage.INTERVIEW)
                                .stream()
                                .limit(2)
                                .toList();
                for (MockSupply.Candidate candidate : lived) {
                    for (int back = 0; back < 2 && shown > 0; back++) {
                        int signalled = random.nextInt(shown * 2 / 3 + 1);
                        rows.add(
                                client,
                                own.getFirst().department(),
                                month.minusMonths(back),
                                candidate.quiz().id(),
                                candidate.question().id(),
                                own.size(),
                                signalled,
                                shown,
                                signalled);
                    }
                }
            }
        }
    }

    /** Some questions of the lessons that each person was to learn, remembered since then. */
    private void memories(Connection c, UUID client, List<Someone> people, Catalogue catalogue, Random random)
            throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Rows rows = new Rows(
                c,
                "practice_card",
                "client_id",
                "person_id",
                "quiz",
                "question",
                "stability",
                "difficulty",
                "phase",
                "step",
                "pause_seconds",
                "reviewed_on",
                "due_on",
                "missed")) {
            for (Someone person : people) {
                boolean fresh = FRESH.contains(person.name());
                int lessons = 0;
                for (Lesson lesson : catalogue.lessons()) {
                    Quiz quiz = catalogue.quizOf(lesson.id()).orElse(null);
                    if (quiz == null
                            || !lesson.audience().includes(person.kind(), person.leads())
                            || (fresh && lessons == 2)
                            || random.nextInt(6) == 0) {
                        continue;
                    }
                    lessons++;
                    LocalDate day = today.minusDays(fresh ? 3 : 8 + random.nextInt(150));
                    List<Question> asked = quiz.questions().stream()
                            .filter(q -> q.scored() && !(q.form() instanceof Form.Essay))
                            .limit(6)
                            .toList();
                    for (Question question : asked) {
                        Fsrs.Grade grade = random.nextInt(4) == 0 ? Fsrs.Grade.AGAIN : Fsrs.Grade.GOOD;
                        Fsrs memory = Fsrs.first(grade, day);
                        LocalDate later = day.plusDays(6);
                        if (later.isBefore(today) && random.nextBoolean()) {
                            grade = Fsrs.Grade.GOOD;
                            memory = memory.next(grade, later);
                        }
                        rows.add(
                                client,
                                person.id(),
                                quiz.id(),
                                question.id(),
                                memory.stability(),
                                memory.difficulty(),
                                memory.phase(),
                                memory.step(),
                                memory.pause().toSeconds(),
                                memory.reviewedOn(),
                                Practice.dueOn(memory, grade),
                                grade == Fsrs.Grade.AGAIN);
                    }
                }
            }
        }
    }
}
