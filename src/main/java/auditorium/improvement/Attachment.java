package auditorium.improvement;

import auditorium.files.KeptFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A photo or file that shows what was done. Its bytes are stored once by their hash. */
@Entity
public class Attachment {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @Column(name = "task_step_id")
    private UUID step;

    private byte[] sha256;
    private String mediaType;
    private String name;
    private int size;
    private Instant addedAt;

    protected Attachment() {}

    Attachment(UUID id, UUID step, KeptFile file, Instant addedAt) {
        this.id = id;
        this.step = step;
        this.sha256 = file.sha256();
        this.mediaType = file.mediaType();
        this.name = file.name();
        this.size = file.size();
        this.addedAt = addedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID step() {
        return step;
    }

    KeptFile file() {
        return new KeptFile(sha256, mediaType, name, size);
    }

    public Instant addedAt() {
        return addedAt;
    }
}
