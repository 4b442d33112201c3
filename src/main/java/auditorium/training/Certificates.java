package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Course;
import auditorium.library.content.Lesson;
import auditorium.platform.CurrentClient;
import auditorium.platform.Ids;
import auditorium.records.Ledger;
import auditorium.training.domain.Completion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of the current client. One is issued when the last lesson of a course that is meant for a person is mastered; it
 * takes the place of the one before. Nothing of it changes later but that it is superseded or revoked, and both are recorded.
 */
@ApplicationScoped
public class Certificates {

    private static final int AT_ONCE = 500;
    private static final int SECRET_BYTES = 16;

    private final EntityManager entities;
    private final CurrentClient client;
    private final Library library;
    private final CompletionReport report;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Certificates(
            EntityManager entities,
            CurrentClient client,
            Library library,
            CompletionReport report,
            Ledger ledger,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.client = client;
        this.library = library;
        this.report = report;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be issued. */
    private record Issue(UUID id, UUID person, Course course, Completion completion, Optional<UUID> replaces) {}

    /** Issues what these people have completed and have no certificate of yet; answers how many. In the caller's transaction. */
    public int issue(Collection<UUID> people, Optional<UUID> by) {
        Catalogue catalogue = library.catalogue();
        int issued = 0;
        List<UUID> all = people.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            issued += issueSome(all.subList(from, Math.min(all.size(), from + AT_ONCE)), catalogue, by);
        }
        return issued;
    }

    /** The same for everybody who works here. */
    public int issueAll(Optional<UUID> by) {
        return issue(report.working(client.id()), by);
    }

    private int issueSome(List<UUID> people, Catalogue catalogue, Optional<UUID> by) {
        List<Issue> issues = new ArrayList<>();
        for (CompletionReport.Learner learner : report.learners(client.id(), people)) {
            for (Course course : catalogue.courses()) {
                List<String> meant = course.lessons().stream()
                        .filter(l -> l.audience().includes(learner.kind(), learner.leads()))
                        .map(Lesson::id)
                        .toList();
                Optional<CompletionReport.Latest> latest =
                        Optional.ofNullable(learner.certificates().get(course.id()));
                Completion.of(meant, learner.passed(), latest.map(CompletionReport.Latest::issuedAt))
                        .ifPresent(c -> issues.add(new Issue(
                                Ids.next(),
                                learner.person(),
                                course,
                                c,
                                latest.filter(l -> !l.revoked()).map(CompletionReport.Latest::id))));
            }
        }
        if (issues.isEmpty()) {
            return 0;
        }
        ZoneId zone = report.zone(client.id());
        Optional<Integer> months = report.months(client.id());
        int number = nextNumber();
        entities.unwrap(Session.class).doWork(c -> insert(c, issues, number, zone, months, by));
        for (Issue issue : issues) {
            ledger.append(TrainingWitnesses.CERTIFICATE, issue.id());
            issue.replaces().ifPresent(old -> ledger.append(TrainingWitnesses.CERTIFICATE, old));
        }
        return issues.size();
    }

    /** Numbers run without gaps in each client; the row lock makes two issuers wait for each other. */
    private int nextNumber() {
        entities.createNativeQuery("select 1 from client where id = ?1 for no key update")
                .setParameter(1, client.id())
                .getSingleResult();
        return ((Number) entities.createNativeQuery(
                                "select coalesce(max(number), 0) + 1 from certificate where client_id = ?1")
                        .setParameter(1, client.id())
                        .getSingleResult())
                .intValue();
    }

    private void insert(
            Connection c, List<Issue> issues, int first, ZoneId zone, Optional<Integer> months, Optional<UUID> by)
            throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        int number = first;
        try (PreparedStatement s = c.prepareStatement("""
                        insert into certificate (client_id, id, number, person_id, course, course_zh, course_en, lessons, issued_at, issued_on, issued_by, valid_until, secret)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement old = c.prepareStatement(
                        "update certificate set superseded_by = ? where client_id = ? and id = ? and superseded_by is null")) {
            for (Issue issue : issues) {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                s.setObject(1, client.id());
                s.setObject(2, issue.id());
                s.setInt(3, number++);
                s.setObject(4, issue.person());
                s.setString(5, issue.course().id());
                s.setString(6, issue.course().title().zh());
                s.setString(7, issue.course().title().en());
                s.setString(8, lessons(issue.completion()));
                s.setObject(9, now.atOffset(java.time.ZoneOffset.UTC));
                s.setObject(10, today);
                orNull(s, 11, by.orElse(null), Types.OTHER);
                orNull(s, 12, issue.completion().validUntil(today, months).orElse(null), Types.DATE);
                s.setBytes(13, secret);
                s.addBatch();
                if (issue.replaces().isPresent()) {
                    old.setObject(1, issue.id());
                    old.setObject(2, client.id());
                    old.setObject(3, issue.replaces().get());
                    old.addBatch();
                }
            }
            s.executeBatch();
            old.executeBatch();
        }
    }

    private static void orNull(PreparedStatement s, int place, @Nullable Object value, int type) throws SQLException {
        if (value == null) {
            s.setNull(place, type);
        } else {
            s.setObject(place, value);
        }
    }

    private String lessons(Completion completion) {
        ArrayNode all = json.createArrayNode();
        completion
                .lessons()
                .forEach(p -> all.addObject()
                        .put("lesson", p.lesson())
                        .put("version", p.version())
                        .put("passed_at", p.at().toString()));
        try {
            return json.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a certificate back; false when somebody already has, or there is none. */
    boolean revoke(UUID id, UUID by, String byName, String reason) {
        int revoked = entities.createNativeQuery("""
                        update certificate set revoked_at = ?3, revoked_by = ?4, revoked_by_name = ?5, revocation_reason = ?6
                         where client_id = ?1 and id = ?2 and revoked_at is null""")
                .setParameter(1, client.id())
                .setParameter(2, id)
                .setParameter(3, clock.instant())
                .setParameter(4, by)
                .setParameter(5, byName)
                .setParameter(6, reason)
                .executeUpdate();
        if (revoked == 1) {
            ledger.append(TrainingWitnesses.CERTIFICATE, id);
        }
        return revoked == 1;
    }

    /** For how long certificates hold that are issued from now on; empty: for ever. */
    void hold(Optional<Integer> months, UUID by) {
        entities.createNativeQuery("""
                        insert into certificate_terms (client_id, months, set_at, set_by) values (?1, cast(?2 as int), ?3, ?4)
                        on conflict (client_id) do update set months = excluded.months, set_at = excluded.set_at, set_by = excluded.set_by""")
                .setParameter(1, client.id())
                .setParameter(2, months.map(Object::toString).orElse(null))
                .setParameter(3, clock.instant())
                .setParameter(4, by)
                .executeUpdate();
    }
}
