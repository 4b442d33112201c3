package auditorium.records;

import auditorium.platform.ClientScope;
import auditorium.platform.Postbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Once a day, in each factory's own time zone: keeps the end of its record, checks the whole of it, and mails the end to those outside
 * who asked for it. A root's key is its day and a mail's key is its root and receiver, so several servers may run this.
 */
@ApplicationScoped
class DailyRoots {

    private static final Logger LOG = Logger.getLogger(DailyRoots.class);

    private final EntityManager entities;
    private final ClientScope scope;
    private final Records records;
    private final RecordCheck check;
    private final Checks checks;
    private final Postbox postbox;
    private final Clock clock;

    DailyRoots(
            EntityManager entities,
            ClientScope scope,
            Records records,
            RecordCheck check,
            Checks checks,
            Postbox postbox,
            Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.records = records;
        this.check = check;
        this.checks = checks;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** A root that somebody has not got yet. */
    private record Due(LocalDate on, long sequence, String hash, UUID recipient, String address) {}

    @Scheduled(every = "1h", delayed = "12m", identity = "record-roots")
    void everyHour() {
        for (Records.Factory factory : records.factories()) {
            try {
                day(factory);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the record of %s could not be kept, checked or sent today", factory.code());
            }
        }
    }

    /** Does for one factory what is still to be done today. */
    void day(Records.Factory factory) {
        if (scope.inside(factory.id(), () -> take(factory))) {
            Verdict verdict = check.check(factory.id(), factory.code(), new TreeMap<>(), true);
            if (!verdict.whole()) {
                LOG.errorf("the record of %s is not whole: %d faults", factory.code(), verdict.found());
            }
            scope.inside(factory.id(), () -> checks.keep(factory.id(), verdict, Optional.empty(), "", clock.instant()));
        }
        if (postbox.on()) {
            scope.inside(factory.id(), () -> due(factory.id())).forEach(due -> send(factory, due));
        }
    }

    /** True when today's root was not there yet. */
    private boolean take(Records.Factory factory) {
        return entities.createNativeQuery("""
                        insert into record_root (client_id, taken_on, sequence, hash, taken_at)
                        select client_id, ?2, sequence, hash, ?3 from record_head where client_id = ?1 on conflict do nothing""")
                        .setParameter(1, factory.id())
                        .setParameter(2, LocalDate.now(clock.withZone(factory.zone())))
                        .setParameter(3, clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** The newest end is the longest chain: a day may be wrong, where the clock was ahead for a while. */
    private List<Due> due(UUID client) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("""
                        select cast(r.taken_on as text), r.sequence, encode(r.hash, 'hex'), p.id, p.address
                          from record_recipient p
                          join lateral (select * from record_root t where t.client_id = p.client_id order by sequence desc, taken_on desc limit 1) r on true
                         where p.client_id = ?1 and p.removed_at is null
                           and not exists (select 1 from record_root_mail m
                                where m.client_id = p.client_id and m.taken_on = r.taken_on and m.recipient_id = p.id)""", Object[].class)
                .setParameter(1, client)
                .getResultList()
                .stream()
                .map(r -> new Due(
                        LocalDate.parse((String) r[0]),
                        ((Number) r[1]).longValue(),
                        (String) r[2],
                        (UUID) r[3],
                        (String) r[4]))
                .toList();
    }

    /** Marks it as sent and sends it in one transaction: what could not be sent is tried again in an hour. */
    private void send(Records.Factory factory, Due due) {
        try {
            scope.inside(factory.id(), () -> {
                int claimed = entities.createNativeQuery("""
                                insert into record_root_mail (client_id, taken_on, recipient_id, sent_at) values (?1, ?2, ?3, ?4)
                                on conflict do nothing""")
                        .setParameter(1, factory.id())
                        .setParameter(2, due.on())
                        .setParameter(3, due.recipient())
                        .setParameter(4, clock.instant())
                        .executeUpdate();
                if (claimed == 1) {
                    postbox.send(due.address(), subject(factory, due), text(factory, due));
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("the root of %s could not be sent to a receiver: %s", factory.code(), e.getMessage());
        }
    }

    private static String subject(Records.Factory factory, Due due) {
        return factory.nameZh() + " 存证校验值 / record of " + factory.nameEn() + ", " + due.on();
    }

    private static String text(Records.Factory factory, Due due) {
        return """
                %2$s（%1$s）的存证记录到 %4$s 共有 %5$d 条，最后一条的校验值是：

                    %5$d:%6$s

                请保留这封邮件。以后如果有人倒签、改写或删除记录，用这个值一核对就会发现：

                    ./auditorium verify --client %1$s --anchor %5$d:%6$s


                The record of %3$s (%1$s) had %5$d entries on %4$s. The hash of the last one is:

                    %5$d:%6$s

                Please keep this mail. Should anybody later backdate, rewrite or remove what was recorded, comparing with this hash shows it:

                    ./auditorium verify --client %1$s --anchor %5$d:%6$s
                """.formatted(factory.code(), factory.nameZh(), factory.nameEn(), due.on(), due.sequence(), due.hash());
    }
}
