package auditorium.clients;

import auditorium.library.content.DepartmentKind;
import auditorium.platform.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A department of a client factory; its kind says which requirements it answers for. */
@Entity
public class Department {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    private String code;

    @Enumerated(EnumType.STRING)
    private DepartmentKind kind;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private int position;

    protected Department() {}

    public Department(UUID id, String code, DepartmentKind kind, Text name, int position) {
        this.id = id;
        this.code = code;
        this.kind = kind;
        nameZh = name.zh();
        nameEn = name.en();
        this.position = position;
    }

    void change(String code, DepartmentKind kind, Text name, int position) {
        this.code = code;
        this.kind = kind;
        nameZh = name.zh();
        nameEn = name.en();
        this.position = position;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public DepartmentKind kind() {
        return kind;
    }

    public Text name() {
        return new Text(nameZh, nameEn);
    }

    public int position() {
        return position;
    }
}
