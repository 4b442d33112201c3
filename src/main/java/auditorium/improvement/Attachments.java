package auditorium.improvement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Photos and files of tasks' steps. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    List<Attachment> of(UUID task) {
        return list("step in (select s.id from TaskStep s where s.task = ?1) order by addedAt, id", task);
    }
}
