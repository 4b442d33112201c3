package auditorium.training;

import auditorium.platform.ClientScope;
import auditorium.platform.EveryClient;
import auditorium.platform.Postbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes reminders, and hands those of people with an address over to the mail server, between eight and eight in the factory's own time
 * zone. A reminder is claimed before it is sent and its key is unique: several servers may run this, and each is sent once.
 */
@ApplicationScoped
class ReminderJob {

    private static final Logger LOG = Logger.getLogger(ReminderJob.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 20;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 19;

    private final EveryClient clients;
    private final ClientScope scope;
    private final Reminders reminders;
    private final Postbox postbox;
    private final Clock clock;

    ReminderJob(EveryClient clients, ClientScope scope, Reminders reminders, Postbox postbox, Clock clock) {
        this.clients = clients;
        this.scope = scope;
        this.reminders = reminders;
        this.postbox = postbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "5m",
            delayed = "4m",
            identity = "training-reminders",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remindAll() {
        clients.inTurn("reminding people", c -> remind(c.id(), c.zone(), clock.instant()));
    }

    /** Makes and sends what there is as of {@code now}; answers how many mails went out. Must not be called inside a transaction. */
    int remind(UUID client, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        scope.inside(client, () -> reminders.make(today, now));
        int hour = now.atZone(zone).getHour();
        if (!postbox.on() || hour < FIRST_HOUR || hour > LAST_HOUR) {
            return 0;
        }
        int mails = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            List<Reminders.Claimed> claimed = scope.inside(client, () -> reminders.claim(BATCH, now));
            if (claimed.isEmpty()) {
                break;
            }
            Map<UUID, List<Reminders.Claimed>> byPerson = new LinkedHashMap<>();
            claimed.forEach(c ->
                    byPerson.computeIfAbsent(c.person(), k -> new ArrayList<>()).add(c));
            for (Map.Entry<UUID, List<Reminders.Claimed>> person : byPerson.entrySet()) {
                mails += send(client, person.getKey(), person.getValue(), today, now) ? 1 : 0;
            }
        }
        return mails;
    }

    /** No transaction is open while the mail server is talked to. */
    private boolean send(UUID client, UUID person, List<Reminders.Claimed> of, LocalDate today, Instant now) {
        List<UUID> ids = of.stream().map(Reminders.Claimed::id).toList();
        Optional<Reminders.Mail> mail = scope.inside(client, () -> reminders.mail(client, person, of, today));
        if (mail.isEmpty()) {
            return false; // done meanwhile: claimed for good, and never sent
        }
        try {
            postbox.send(mail.get().to(), mail.get().subject(), mail.get().text());
        } catch (RuntimeException e) {
            LOG.warnf("the mail server has not taken a reminder: %s", e.getMessage());
            scope.inside(client, () -> reminders.released(ids, now));
            return false;
        }
        scope.inside(client, () -> reminders.sent(ids, now));
        return true;
    }
}
