package auditorium.clients;

import auditorium.library.content.OwnerRole;
import auditorium.platform.Fields;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed about a person. */
public class PersonForm {

    static final int LONGEST_NUMBER = 32;
    static final int LONGEST_NAME = 60;
    static final int LONGEST_JOB = 60;

    @FormParam("number")
    @Nullable
    String number;

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("department")
    @Nullable
    String department;

    @FormParam("job")
    @Nullable
    String job;

    @FormParam("leads")
    @Nullable
    String leads;

    @FormParam("audit-role")
    @Nullable
    String auditRole;

    @FormParam("joined-on")
    @Nullable
    String joinedOn;

    /** The form as a page shows it. */
    record Values(
            String number,
            String name,
            String department,
            String job,
            boolean leads,
            String auditRole,
            String joinedOn) {

        static Values blank(LocalDate today) {
            return new Values("", "", "", "", false, "", today.toString());
        }

        static Values of(Person p) {
            return new Values(
                    p.number(),
                    p.name(),
                    p.department().id().toString(),
                    p.job(),
                    p.leads(),
                    p.auditRole().map(Enum::name).orElse(""),
                    p.joinedOn().toString());
        }
    }

    Values values() {
        return new Values(
                Fields.text(number, LONGEST_NUMBER + 1),
                Fields.text(name, LONGEST_NAME + 1),
                Fields.text(department, 40),
                Fields.text(job, LONGEST_JOB),
                "yes".equals(leads),
                Fields.text(auditRole, 40),
                Fields.text(joinedOn, 20));
    }

    /** Either the facts, or what is wrong in words. */
    record Checked(Optional<Roster.Facts> facts, List<String> problems) {}

    /** {@code holder} is who has the number now, {@code own} the person that is being changed. */
    static Checked check(
            Values v, List<Department> all, Optional<Person> holder, Optional<UUID> own, LocalDate today, Words words) {
        List<String> problems = new ArrayList<>();
        if (!goodNumber(v.number())) {
            problems.add(words.people().number_bad(LONGEST_NUMBER));
        }
        holder.filter(h -> !own.equals(Optional.of(h.id())))
                .ifPresent(h -> problems.add(words.people().number_taken(h.number(), h.name())));
        if (v.name().isEmpty() || v.name().codePointCount(0, v.name().length()) > LONGEST_NAME) {
            problems.add(words.people().person_name_bad(LONGEST_NAME));
        }
        Optional<Department> department = all.stream()
                .filter(d -> d.id().toString().equals(v.department()))
                .findFirst();
        if (department.isEmpty()) {
            problems.add(words.people().department_missing());
        }
        Optional<OwnerRole> role = Arrays.stream(OwnerRole.values())
                .filter(r -> r.name().equals(v.auditRole()))
                .findFirst();
        Optional<LocalDate> joined = date(v.joinedOn());
        if (joined.isEmpty()) {
            problems.add(words.people().date_unknown(v.joinedOn()));
        } else if (joined.get().isAfter(today.plusYears(1)) || joined.get().getYear() < 1950) {
            problems.add(words.people().joined_odd(v.joinedOn()));
        }
        return problems.isEmpty()
                ? new Checked(
                        Optional.of(new Roster.Facts(
                                department.orElseThrow(),
                                v.number(),
                                v.name(),
                                v.job(),
                                v.leads(),
                                role,
                                joined.orElseThrow())),
                        List.of())
                : new Checked(Optional.empty(), problems);
    }

    static boolean goodNumber(String number) {
        return !number.isEmpty() && number.length() <= LONGEST_NUMBER && number.indexOf(' ') < 0;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
