package auditorium.clients;

import auditorium.library.content.OwnerRole;
import auditorium.platform.Pinyin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Somebody who works in a client factory, with or without an account to sign in with. */
@Entity
public class Person {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "client_id")
    private UUID client;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "department_id")
    private Department department;

    private String number;
    private String name;
    private String job;
    private boolean leads;

    @Enumerated(EnumType.STRING)
    @Column(name = "audit_role")
    private @Nullable OwnerRole auditRole;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    @Column(name = "name_key")
    private byte @Nullable [] nameKey;

    @Column(name = "name_latin")
    private @Nullable String nameLatin;

    protected Person() {}

    public Person(
            UUID id,
            Department department,
            String number,
            String name,
            String job,
            boolean leads,
            Optional<OwnerRole> auditRole,
            LocalDate joinedOn) {
        this.id = id;
        this.department = department;
        this.number = number;
        this.job = job;
        this.leads = leads;
        this.auditRole = auditRole.orElse(null);
        this.joinedOn = joinedOn;
        this.name = name;
        nameKey = Pinyin.key(name);
        nameLatin = Pinyin.latin(name);
    }

    void change(
            Department department,
            String number,
            String name,
            String job,
            boolean leads,
            Optional<OwnerRole> auditRole,
            LocalDate joinedOn) {
        this.department = department;
        this.number = number;
        this.job = job;
        this.leads = leads;
        this.auditRole = auditRole.orElse(null);
        this.joinedOn = joinedOn;
        this.name = name;
        nameKey = Pinyin.key(name);
        nameLatin = Pinyin.latin(name);
    }

    void leave(LocalDate on) {
        leftOn = on;
        auditRole = null;
    }

    void comeBack() {
        leftOn = null;
    }

    public UUID id() {
        return id;
    }

    public Department department() {
        return department;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String job() {
        return job;
    }

    public boolean leads() {
        return leads;
    }

    public Optional<OwnerRole> auditRole() {
        return Optional.ofNullable(auditRole);
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public Optional<LocalDate> leftOn() {
        return Optional.ofNullable(leftOn);
    }
}
