package auditorium.training;

import auditorium.library.Catalogue;
import auditorium.library.Library;
import auditorium.library.content.Lesson;
import auditorium.library.content.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Works out, for the current client, who has to learn what: a handful of statements however many people there are. Working it out again
 * changes nothing. Whoever does it holds the lock of the client's row, so several nodes may try; achievements share that lock.
 */
@ApplicationScoped
public class Evaluation {

    /** How long people have to learn anew what a finding was about that came back. */
    static final int DAYS_AFTER_FINDING = 14;

    /** Turns that were missed one after the other, should the server have been off for years. */
    private static final int MOST_ROUNDS = 40;

    /** After as many turns at once the database must count anew, or it plans as if there still were few; fewer change no plan that matters. */
    private static final int MANY = 5_000;

    private final EntityManager entities;
    private final AssignmentRules rules;
    private final Library library;

    Evaluation(EntityManager entities, AssignmentRules rules, Library library) {
        this.entities = entities;
        this.rules = rules;
        this.library = library;
    }

    /** What an evaluation changed: turns that rules and causes began, withdrew or changed, turns that followed others, turns that closed. */
    public record Outcome(int followed, int turned, int closed) {}

    /** Works everything out, as of {@code now}, in the caller's transaction. */
    public Outcome evaluate(Instant now) {
        Catalogue catalogue = library.catalogue();
        List<AssignmentRule> inForce = rules.inForce();
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(c -> {
            ZoneId zone = lock(c);
            LocalDate today = LocalDate.ofInstant(now, zone);
            Coverage coverage = Coverage.of(inForce, catalogue);
            Map<String, @Nullable Object> values = coverage.values();
            values.putAll(teaching(catalogue));
            values.put("today", today);
            values.put("zone", zone.getId());
            values.put("days", DAYS_AFTER_FINDING);
            values.put("now", now);
            values.put("content", content(catalogue));
            NamedSql.run(c, EvaluationSql.PLAN);
            NamedSql.update(c, EvaluationSql.MOVES, values);
            int followed = NamedSql.number(c, EvaluationSql.FOLLOW_RULES, values);
            followed += NamedSql.update(c, EvaluationSql.FOLLOW_FINDINGS, values);
            int turned = 0;
            int closed = 0;
            for (int round = 0; round < MOST_ROUNDS; round++) {
                int next = NamedSql.update(c, EvaluationSql.TURN.replace("{people}", ""), values);
                int done = round > 0 && next == 0
                        ? 0
                        : NamedSql.update(c, EvaluationSql.CLOSE.replace("{people}", ""), values);
                turned += next;
                closed += done;
                if (done == 0) {
                    break;
                }
            }
            NamedSql.run(c, EvaluationSql.PLAN_AS_BEFORE);
            NamedSql.update(
                    c,
                    "update assignment_rule set evaluated_at = :now where client_id = current_client() and evaluated_at is null",
                    values);
            NamedSql.update(
                    c,
                    "update training_evaluation set evaluated_on = :today, evaluated_at = :now, content = :content where client_id = current_client()",
                    values);
            if (followed + turned + closed >= MANY) {
                NamedSql.run(c, "select count_training_anew()");
            }
            return new Outcome(followed, turned, closed);
        });
    }

    /** Closes what was just achieved by these people; the caller has written the achievements in this transaction. */
    void settle(List<UUID> people, Instant now) {
        entities.unwrap(Session.class).doWork(c -> {
            Optional<ZoneId> zone = share(c);
            if (zone.isEmpty()) {
                return; // nothing has ever been asked for here
            }
            Map<String, @Nullable Object> values = new HashMap<>();
            Coverage lessons = Coverage.of(List.of(), library.catalogue());
            values.putAll(lessons.values());
            values.put("today", LocalDate.ofInstant(now, zone.get()));
            values.put("zone", zone.get().getId());
            values.put("people", new NamedSql.Column("uuid", people));
            String filter = "and t.person_id = any (:people)";
            NamedSql.update(c, EvaluationSql.TURN.replace("{people}", filter), values);
            NamedSql.update(c, EvaluationSql.CLOSE.replace("{people}", filter), values);
            NamedSql.update(c, EvaluationSql.PROLONG, values);
        });
    }

    private static ZoneId lock(Connection c) throws SQLException {
        NamedSql.update(
                c,
                "insert into training_evaluation (client_id) values (current_client()) on conflict do nothing",
                Map.of());
        return zone(c, "for update of e").orElseThrow();
    }

    /** Waits while an evaluation runs; achievements don't wait for each other. */
    private static Optional<ZoneId> share(Connection c) throws SQLException {
        return zone(c, "for share of e");
    }

    private static Optional<ZoneId> zone(Connection c, String lock) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                        "select c.time_zone from training_evaluation e join client c on c.id = e.client_id where e.client_id = current_client() "
                                + lock);
                ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.of(ZoneId.of(rows.getString(1))) : Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> teaching(Catalogue catalogue) {
        Map<String, List<@Nullable Object>> columns = new HashMap<>();
        Map<String, String> types = Map.of(
                "teaching_requirement", "text",
                "teaching_lesson", "text",
                "teaching_revision", "int4",
                "teaching_kind", "text",
                "teaching_leads", "bool");
        types.keySet().forEach(name -> columns.put(name, new java.util.ArrayList<>()));
        for (Requirement requirement : catalogue.requirements()) {
            for (Lesson lesson : catalogue.lessonsTeaching(requirement.id())) {
                Coverage.meant(lesson, false, (kind, leads) -> {
                    add(columns, "teaching_requirement", requirement.id());
                    add(columns, "teaching_lesson", lesson.id());
                    add(columns, "teaching_revision", lesson.revision());
                    add(columns, "teaching_kind", kind);
                    add(columns, "teaching_leads", leads);
                });
            }
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        types.forEach((name, type) ->
                values.put(name, new NamedSql.Column(type, columns.getOrDefault(name, List.of()))));
        return values;
    }

    private static void add(Map<String, List<@Nullable Object>> columns, String name, Object value) {
        columns.getOrDefault(name, List.of()).add(value);
    }

    /** Says whether lessons mean the same, and are meant for the same people, as when it was worked out last. */
    static String content(Catalogue catalogue) {
        StringBuilder all = new StringBuilder();
        catalogue
                .lessons()
                .forEach(l -> all.append(l.id())
                        .append(' ')
                        .append(l.revision())
                        .append(' ')
                        .append(l.audience().everybody())
                        .append(l.audience().leaders())
                        .append(new java.util.TreeSet<>(l.audience().departments()))
                        .append(new java.util.TreeSet<>(l.teaches()))
                        .append('\n'));
        return Integer.toHexString(all.toString().hashCode());
    }
}
