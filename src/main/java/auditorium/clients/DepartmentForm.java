package auditorium.clients;

import auditorium.library.content.DepartmentKind;
import auditorium.platform.Fields;
import auditorium.platform.Text;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed about a department. */
public class DepartmentForm {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,16}");
    private static final int LONGEST_NAME = 40;

    @FormParam("code")
    @Nullable
    String code;

    @FormParam("kind")
    @Nullable
    String kind;

    @FormParam("name-zh")
    @Nullable
    String nameZh;

    @FormParam("name-en")
    @Nullable
    String nameEn;

    @FormParam("position")
    @Nullable
    String position;

    /** The form as a page shows it. */
    record Values(String code, String kind, String nameZh, String nameEn, String position) {

        static Values blank(int position) {
            return new Values("", "PRD", "", "", Integer.toString(position));
        }

        static Values of(Department d) {
            return new Values(
                    d.code(), d.kind().name(), d.name().zh(), d.name().en(), Integer.toString(d.position() + 1));
        }

        Text name() {
            return new Text(nameZh.isEmpty() ? nameEn : nameZh, nameEn.isEmpty() ? nameZh : nameEn);
        }

        Optional<DepartmentKind> knownKind() {
            return Arrays.stream(DepartmentKind.values())
                    .filter(k -> k.name().equals(kind))
                    .findFirst();
        }

        /** People count from 1, the table from 0. */
        int place() {
            return position.matches("[0-9]{1,4}") ? Math.max(0, Integer.parseInt(position) - 1) : 0;
        }
    }

    Values values() {
        return new Values(
                Fields.text(code, 20).toUpperCase(Locale.ROOT),
                Fields.text(kind, 10),
                Fields.text(nameZh, LONGEST_NAME),
                Fields.text(nameEn, LONGEST_NAME),
                Fields.text(position, 6));
    }

    /** {@code own} is the department that is being changed. */
    static List<String> problems(Values v, List<Department> all, Optional<UUID> own, PeopleMessages words) {
        List<String> problems = new ArrayList<>();
        if (!CODE.matcher(v.code()).matches()) {
            problems.add(words.department_code_bad());
        }
        if (all.stream()
                .filter(d -> !Optional.of(d.id()).equals(own))
                .anyMatch(d -> d.code().equalsIgnoreCase(v.code()))) {
            problems.add(words.department_code_taken(v.code()));
        }
        if (v.nameZh().isEmpty() && v.nameEn().isEmpty()) {
            problems.add(words.department_name_missing());
        }
        if (v.knownKind().isEmpty()) {
            problems.add(words.kind_missing());
        }
        return problems;
    }
}
