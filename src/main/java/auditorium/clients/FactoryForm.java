package auditorium.clients;

import auditorium.platform.Fields;
import auditorium.platform.Text;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed about a factory. Only these fields are taken from a form, whatever else is sent. */
public class FactoryForm {

    private static final int LONGEST_NAME = 60;

    @FormParam("code")
    @Nullable
    String code;

    @FormParam("name-zh")
    @Nullable
    String nameZh;

    @FormParam("name-en")
    @Nullable
    String nameEn;

    @FormParam("zone")
    @Nullable
    String zone;

    @FormParam("standard")
    @Nullable
    String standard;

    @FormParam("audit-on")
    @Nullable
    String auditOn;

    /** The form as a page shows it. */
    record Values(String code, String nameZh, String nameEn, String zone, String standard, String auditOn) {

        static final Values BLANK = new Values("", "", "", "Asia/Shanghai", "", "");

        static Values of(Factories.Factory f) {
            return new Values(
                    f.code(),
                    f.name().zh(),
                    f.name().en(),
                    f.zone(),
                    f.standard(),
                    f.auditOn().map(LocalDate::toString).orElse(""));
        }

        /** One name will do for both languages. */
        Text name() {
            return new Text(nameZh.isEmpty() ? nameEn : nameZh, nameEn.isEmpty() ? nameZh : nameEn);
        }

        Optional<LocalDate> audit() {
            return auditOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(auditOn));
        }
    }

    Values values() {
        return new Values(
                Fields.text(code, 20).toUpperCase(Locale.ROOT),
                Fields.text(nameZh, LONGEST_NAME),
                Fields.text(nameEn, LONGEST_NAME),
                Fields.text(zone, 60),
                Fields.text(standard, 40),
                Fields.text(auditOn, 20));
    }

    /** What is wrong, in words; the code is judged by whoever may set it. {@code standards} may be chosen. */
    static List<String> problems(Values v, List<FactoryPages.Choice> standards, PeopleMessages words) {
        List<String> problems = new ArrayList<>();
        if (v.nameZh().isEmpty() && v.nameEn().isEmpty()) {
            problems.add(words.factory_name_missing());
        }
        try {
            ZoneId.of(v.zone());
        } catch (DateTimeException e) {
            problems.add(words.zone_unknown(v.zone()));
        }
        if (!v.standard().isEmpty() && standards.stream().noneMatch(s -> s.id().equals(v.standard()))) {
            problems.add(words.standard_unknown());
        }
        try {
            v.audit();
        } catch (DateTimeParseException e) {
            problems.add(words.date_unknown(v.auditOn()));
        }
        return problems;
    }
}
