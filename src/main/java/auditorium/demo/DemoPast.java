package auditorium.demo;

import auditorium.readiness.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** How an invented factory stood some weeks ago: mostly as it does now, a little worse here and there, and better in a few places. */
@ApplicationScoped
class DemoPast {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 60;

    private final EntityManager entities;
    private final Snapshots snapshots;
    private final Clock clock;

    DemoPast(EntityManager entities, Snapshots snapshots, Clock clock) {
        this.entities = entities;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** In the current client, in the caller's transaction, when everything else is there. */
    boolean write(UUID client, LocalDate audit) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        snapshots.stoodSince(client, ZONE, Optional.of(audit), today.minusDays(DAYS));
        entities.createNativeQuery("""
                        update standing_span set mark = case
                          when mark = 'ready' and h % 9 = 0 then 'gap' when mark = 'ready' and h % 9 = 1 then 'near'
                          when mark = 'near' and h % 5 = 0 then 'gap' when mark = 'gap' and h % 3 = 0 then 'ready' else mark end
                          from (select department_id as d, requirement as r, abs(hashtext(code || requirement)) as h
                                  from standing_span s join department p on p.client_id = s.client_id and p.id = s.department_id) x
                         where client_id = ?1 and department_id = x.d and requirement = x.r""").setParameter(1, client).executeUpdate();
        return true;
    }
}
