package auditorium.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a factory asks its managers and consultants for a second step, and who of them has one. */
@Path("/c/{client}/second-step")
@Produces(MediaType.TEXT_HTML)
class SecondStepRulePages {

    private final EntityManager entities;
    private final Clock clock;

    SecondStepRulePages(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Somebody whom the rule is about. */
    record Row(String name, Role role, boolean on) {}

    @CheckedTemplate(basePath = "access")
    static class Templates {
        private Templates() {}

        static native TemplateInstance secondStepRule(UUID client, boolean required, List<Row> people, long missing);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance form(UUID client) {
        boolean required = (Boolean) entities.createNativeQuery(
                        "select second_step_since is not null from client where id = ?1", Boolean.class)
                .setParameter(1, client)
                .getSingleResult();
        List<?> found = entities.createNativeQuery("""
                        select a.name, m.role, %1$s
                          from membership m join account a on a.id = m.account_id and a.suspended_at is null
                         where m.client_id = ?1 and m.role <> 'WORKER' and m.ended_at is null and m.suspended_at is null
                         order by %1$s, a.name, a.id limit 500""".formatted(SecondSteps.ON), Object[].class)
                .setParameter(1, client)
                .getResultList();
        List<Row> people = found.stream()
                .map(Object[].class::cast)
                .map(r -> new Row((String) r[0], Role.valueOf((String) r[1]), (Boolean) r[2]))
                .toList();
        return Templates.secondStepRule(
                client, required, people, people.stream().filter(p -> !p.on()).count());
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response change(UUID client, @FormParam("required") @Nullable String required) {
        entities.createNativeQuery(
                        "update client set second_step_since = case when ?2 then coalesce(second_step_since, ?3) end where id = ?1")
                .setParameter(1, client)
                .setParameter(2, "yes".equals(required))
                .setParameter(3, clock.instant())
                .executeUpdate();
        return Response.seeOther(URI.create("/c/" + client + "/second-step")).build();
    }
}
