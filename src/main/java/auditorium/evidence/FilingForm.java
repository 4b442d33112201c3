package auditorium.evidence;

import auditorium.clients.Department;
import auditorium.evidence.domain.Proof;
import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What was typed about a piece of evidence. */
public class FilingForm {

    static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_PROVED = 60;

    @RestForm
    @Nullable
    String id;

    @RestForm
    @Nullable
    String title;

    @RestForm
    @Nullable
    String sort;

    @RestForm
    @Nullable
    String department;

    @RestForm
    List<String> proves = List.of();

    @RestForm("covers-from")
    @Nullable
    String coversFrom;

    @RestForm("covers-to")
    @Nullable
    String coversTo;

    @RestForm("made-on")
    @Nullable
    String madeOn;

    @RestForm("expires-on")
    @Nullable
    String expiresOn;

    @RestForm
    @Nullable
    String original;

    @RestForm("historic-note")
    @Nullable
    String historicNote;

    @RestForm
    @Nullable
    String revises;

    /** The form as a page shows it. {@code proves} are keys as {@code HS-05/drill-record}. */
    record Values(
            String id,
            String title,
            String sort,
            String department,
            List<String> proves,
            String coversFrom,
            String coversTo,
            String madeOn,
            String expiresOn,
            String original,
            String historicNote,
            String revises) {}

    /** What can be filed once the file itself has been taken. */
    record Checked(Optional<Department> department, Sort sort, Proof proof, List<EvidenceFiling.Proves> proves) {}

    /** Either what can be filed, or what is wrong in words. */
    record Outcome(Optional<Checked> checked, List<String> problems) {}

    Values values() {
        return new Values(
                text(id, 36),
                text(title, LONGEST_TITLE),
                text(sort, 20),
                text(department, 40),
                proves.stream()
                        .map(p -> text(p, 80))
                        .distinct()
                        .limit(MOST_PROVED)
                        .toList(),
                text(coversFrom, 12),
                text(coversTo, 12),
                text(madeOn, 12),
                text(expiresOn, 12),
                text(original, LONGEST_PLACE),
                text(historicNote, LONGEST_NOTE),
                text(revises, 36));
    }

    /**
     * @param reached the departments that the writer may file for
     * @param all whether the writer may file for the whole factory
     */
    static Outcome check(
            Values v, Catalogue catalogue, List<Department> reached, boolean all, LocalDate today, EvidenceMessages m) {
        List<String> problems = new ArrayList<>();
        if (v.title().isEmpty()) {
            problems.add(m.title_missing());
        }
        Optional<Sort> sort = Arrays.stream(Sort.values())
                .filter(s -> s.name().equals(v.sort()))
                .findFirst();
        if (sort.isEmpty()) {
            problems.add(m.sort_missing());
        }
        Optional<Department> department = reached.stream()
                .filter(d -> d.id().toString().equals(v.department()))
                .findFirst();
        if (department.isEmpty() && !(all && v.department().isEmpty())) {
            problems.add(m.department_missing());
        }
        Optional<LocalDate> coversFrom = date(v.coversFrom(), problems, m);
        Optional<LocalDate> coversTo = date(v.coversTo(), problems, m);
        Optional<LocalDate> expiresOn = date(v.expiresOn(), problems, m);
        LocalDate madeOn = date(v.madeOn(), problems, m).orElse(today);
        Proof proof = new Proof(coversFrom, coversTo, madeOn, expiresOn);
        for (Proof.Fault fault : proof.faults(today)) {
            problems.add(
                    switch (fault) {
                        case PERIOD_REVERSED -> m.period_reversed();
                        case PERIOD_WITHOUT_END -> m.period_without_end();
                        case MADE_IN_THE_FUTURE -> m.made_in_the_future(today.toString());
                        case ENDS_BEFORE_IT_WAS_MADE -> m.ends_before_made();
                    });
        }
        if (proof.historic() && v.historicNote().isEmpty()) {
            problems.add(m.historic_needs_note());
        }
        List<EvidenceFiling.Proves> proves = new ArrayList<>();
        for (String key : v.proves()) {
            proved(key, catalogue, proof).ifPresent(proves::add);
        }
        if (proves.isEmpty()) {
            problems.add(m.proves_missing());
        }
        department.ifPresent(d -> proves.stream()
                .filter(p -> catalogue
                        .requirement(p.requirement())
                        .filter(r -> r.departments().contains(d.kind()))
                        .isEmpty())
                .findFirst()
                .ifPresent(p -> problems.add(m.not_of_department(p.requirement()))));
        return problems.isEmpty()
                ? new Outcome(Optional.of(new Checked(department, sort.orElseThrow(), proof, proves)), List.of())
                : new Outcome(Optional.empty(), problems);
    }

    private static Optional<EvidenceFiling.Proves> proved(String key, Catalogue catalogue, Proof proof) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return catalogue
                .requirement(key.substring(0, slash))
                .flatMap(r -> r.evidence().stream()
                        .filter(k -> k.id().equals(key.substring(slash + 1)))
                        .findFirst()
                        .map(k -> new EvidenceFiling.Proves(r.id(), k.id(), proof.until(k.valid()))));
    }

    private static Optional<LocalDate> date(String text, List<String> problems, EvidenceMessages m) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1950 && date.getYear() <= 2100) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        problems.add(m.date_unknown(text));
        return Optional.empty();
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable String value, int most) {
        String text = value == null ? "" : value.strip();
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** All kinds of evidence of a requirement as keys. */
    static List<String> keys(Requirement requirement) {
        return requirement.evidence().stream()
                .map(k -> requirement.id() + "/" + k.id())
                .toList();
    }
}
