package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Member;
import auditorium.access.Memberships;
import auditorium.access.Rights;
import auditorium.library.content.OwnerRole;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** People join, change, leave and come back. Nobody is ever removed: records hang on them. */
@ApplicationScoped
class Roster {

    private final EntityManager entities;
    private final People people;
    private final Memberships memberships;
    private final Rights rights;
    private final CurrentReader reader;
    private final Event<RosterChanged> changed;
    private final Words words;
    private final Clock clock;

    Roster(
            EntityManager entities,
            People people,
            Memberships memberships,
            Rights rights,
            CurrentReader reader,
            Event<RosterChanged> changed,
            Words words,
            Clock clock) {
        this.entities = entities;
        this.people = people;
        this.memberships = memberships;
        this.rights = rights;
        this.reader = reader;
        this.changed = changed;
        this.words = words;
        this.clock = clock;
    }

    /** What a factory knows about somebody. */
    record Facts(
            Department department,
            String number,
            String name,
            String job,
            boolean leads,
            Optional<OwnerRole> auditRole,
            LocalDate joinedOn) {}

    UUID join(UUID client, Facts f) {
        Person person = new Person(
                Ids.next(), f.department(), f.number(), f.name(), f.job(), f.leads(), f.auditRole(), f.joinedOn());
        people.persistAndFlush(person);
        step(client, person, "JOINED", f.joinedOn());
        changed.fire(new RosterChanged(client));
        return person.id();
    }

    void change(UUID client, Person person, Facts f, LocalDate today) {
        boolean moves = !person.department().id().equals(f.department().id());
        person.change(f.department(), f.number(), f.name(), f.job(), f.leads(), f.auditRole(), f.joinedOn());
        people.flush();
        memberships.follow(
                client, person.id(), f.name(), f.number(), f.department().id());
        if (moves) {
            step(client, person, "MOVED", today);
        }
        changed.fire(new RosterChanged(client));
    }

    /** The person's seat and sessions end with the same step. */
    void leave(UUID client, Person person, LocalDate on) {
        Optional<Member> member = memberships.ofPerson(client, person.id());
        member.ifPresent(m -> {
            if (!rights.mayEnd(reader.get(), m)) {
                throw new Refusal(403, words.people().not_yours());
            }
            memberships.end(m, reader.get());
        });
        person.leave(on);
        step(client, person, "LEFT", on);
        changed.fire(new RosterChanged(client));
    }

    /** To sign in again the person gets a new start code. */
    void comeBack(UUID client, Person person, LocalDate on) {
        person.comeBack();
        step(client, person, "CAME_BACK", on);
        changed.fire(new RosterChanged(client));
    }

    private void step(UUID client, Person person, String kind, LocalDate on) {
        entities.createNativeQuery("""
                        insert into person_step (client_id, id, person_id, kind, department_id, on_date, made_by, made_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, client)
                .setParameter(2, Ids.next())
                .setParameter(3, person.id())
                .setParameter(4, kind)
                .setParameter(5, person.department().id())
                .setParameter(6, on)
                .setParameter(7, reader.get().account())
                .setParameter(8, clock.instant())
                .executeUpdate();
    }
}
