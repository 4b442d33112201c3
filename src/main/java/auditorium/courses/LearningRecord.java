package auditorium.courses;

import auditorium.courses.domain.ReadThrough;
import auditorium.courses.domain.ReadingTime;
import auditorium.library.ContentVersions;
import auditorium.library.content.Card;
import auditorium.library.content.Lesson;
import auditorium.platform.Ids;
import auditorium.platform.Settings;
import auditorium.records.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people have seen and read, appended once each with the version that they saw. A phone may send it twice. Whether a lesson
 * has been read follows from its cards: see {@link ReadThrough}.
 */
@ApplicationScoped
class LearningRecord {

    /** A phone's letter that claims to be older is taken for this old. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private final EntityManager entities;
    private final ContentVersions versions;
    private final Ledger ledger;
    private final Settings settings;

    LearningRecord(EntityManager entities, ContentVersions versions, Ledger ledger, Settings settings) {
        this.entities = entities;
        this.versions = versions;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** Who reads which version of what; {@code at} is when, by the phone, and {@code received} is when we heard of it. */
    record Sign(UUID client, UUID person, Lesson lesson, String version, Instant at, Instant received) {
        /** Whether what was seen is what is taught today. */
        boolean current() {
            return version.equals(lesson.version().hash());
        }
    }

    /** The page is about to be shown: from now on letters about this version are known to be about something that was there. */
    void shown(Lesson lesson) {
        versions.use("lesson", lesson.id(), lesson.version());
    }

    /** Whether somebody can have seen this version of the lesson. */
    boolean known(Lesson lesson, String version) {
        return version.equals(lesson.version().hash()) || versions.knows("lesson", lesson.id(), version);
    }

    /** A card has been seen. With the last one the lesson has been read, if there was time to. */
    void seen(Sign sign, UUID id, String card) {
        shown(sign.lesson());
        entities.createNativeQuery("""
                        insert into card_seen (client_id, id, person_id, lesson, version, card, seen_at, received_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict do nothing""")
                .setParameter(1, sign.client())
                .setParameter(2, id)
                .setParameter(3, sign.person())
                .setParameter(4, sign.lesson().id())
                .setParameter(5, sign.version())
                .setParameter(6, card)
                .setParameter(7, within(sign))
                .setParameter(8, sign.received())
                .executeUpdate();
        if (sign.current()) {
            ReadThrough through = through(sign, Optional.empty());
            if (through.counts()) {
                keep(sign, Ids.next(), through);
            }
        }
    }

    /** Somebody says to have read the lesson. It counts if the cards say so too; nothing that was seen is lost otherwise. */
    ReadThrough said(Sign sign, UUID id) {
        ReadThrough through = through(sign, Optional.of(within(sign)));
        if (through.counts() && sign.current()) {
            keep(sign, id, through);
        }
        return through;
    }

    /** How far somebody is in the lesson that is taught today, were they to say now that they have read it. */
    ReadThrough through(UUID client, UUID person, Lesson lesson, Instant now) {
        return through(new Sign(client, person, lesson, lesson.version().hash(), now, now), Optional.of(now));
    }

    /** Whether the lesson that is taught today is in the record as read. */
    boolean isRead(UUID client, UUID person, Lesson lesson) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from lesson_completion where client_id = ?1 and person_id = ?2 and lesson = ?3 and version = ?4)",
                        Boolean.class)
                .setParameter(1, client)
                .setParameter(2, person)
                .setParameter(3, lesson.id())
                .setParameter(4, lesson.version().hash())
                .getSingleResult();
    }

    /** How long a card is in view before it has been seen. */
    Duration dwell(Card card) {
        Duration least =
                ReadingTime.card(length(card.plain().zh()), length(card.plain().en()));
        return Duration.ofMillis(
                Math.round(least.toMillis() * Math.max(0, settings.lessons().dwell())));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private ReadThrough through(Sign sign, Optional<Instant> said) {
        Map<String, Instant> seen = new HashMap<>();
        List<?> rows = entities.createNativeQuery(
                        "select card, seen_at from card_seen where client_id = ?1 and person_id = ?2 and lesson = ?3 and version = ?4",
                        Object[].class)
                .setParameter(1, sign.client())
                .setParameter(2, sign.person())
                .setParameter(3, sign.lesson().id())
                .setParameter(4, sign.lesson().version().hash())
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            seen.put((String) r[0], (Instant) r[1]);
        }
        List<Card> cards = sign.lesson().cards();
        return ReadThrough.of(cards.stream().map(Card::id).toList(), seen, said, least(sign.lesson()));
    }

    private Duration least(Lesson lesson) {
        return ReadingTime.betweenSigns(lesson.cards().stream().map(this::dwell).toList());
    }

    private static Instant within(Sign sign) {
        Instant oldest = sign.received().minus(OLDEST);
        return sign.at().isBefore(oldest) ? oldest : sign.at();
    }

    private void keep(Sign sign, UUID id, ReadThrough through) {
        int added = entities.createNativeQuery("""
                        insert into lesson_completion (client_id, id, person_id, lesson, version, completed_at, received_at, seconds, least_seconds)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict do nothing""")
                .setParameter(1, sign.client())
                .setParameter(2, id)
                .setParameter(3, sign.person())
                .setParameter(4, sign.lesson().id())
                .setParameter(5, sign.version())
                .setParameter(6, through.at().orElseThrow())
                .setParameter(7, sign.received())
                .setParameter(8, through.took().toSeconds())
                .setParameter(9, least(sign.lesson()).toSeconds())
                .executeUpdate();
        if (added == 1) {
            ledger.append(CourseWitnesses.LESSON_READ, id);
        }
    }
}
