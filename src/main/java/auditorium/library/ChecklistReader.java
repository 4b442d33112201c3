package auditorium.library;

import auditorium.library.ContentReport.Level;
import auditorium.library.content.Area;
import auditorium.library.content.Cause;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Law;
import auditorium.library.content.Method;
import auditorium.library.content.OwnerRole;
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.library.content.Severity;
import auditorium.library.content.Standard;
import auditorium.library.content.Statement;
import auditorium.library.content.TaskTemplate;
import auditorium.library.content.Term;
import auditorium.library.content.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads {@code checklists/} and the glossary. */
final class ChecklistReader {

    private final ContentFiles files;
    private final ContentReport report;
    private final References references;

    ChecklistReader(ContentFiles files, ContentReport report, References references) {
        this.files = files;
        this.report = report;
        this.references = references;
    }

    record Areas(List<Area> areas, Map<String, Requirement> requirements) {}

    Areas areas() {
        List<Area> areas = new ArrayList<>();
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        for (String file : files.list("checklists/catalogue", ".yaml")) {
            files.yaml(file).ifPresent(yaml -> {
                yaml.allow("area", "title", "requirements");
                Area area = new Area(yaml.string("area"), yaml.text("title"));
                areas.add(area);
                for (Yaml item : yaml.list("requirements")) {
                    Requirement requirement = requirement(area, item);
                    if (!requirement.id().startsWith(area.id() + "-")) {
                        item.errorAt("id", "“" + requirement.id() + "” does not begin with its area " + area.id());
                    }
                    put(requirements, requirement.id(), requirement, item);
                }
            });
        }
        return new Areas(areas, requirements);
    }

    private Requirement requirement(Area area, Yaml yaml) {
        yaml.allow(
                "id",
                "title",
                "text",
                "severity",
                "tier",
                "departments",
                "methods",
                "place",
                "evidence",
                "guidance",
                "refs",
                "laws",
                "tasks",
                "statements",
                "integrity");
        references.add(References.Kind.LAW, yaml, "laws");
        references.add(References.Kind.TASK, yaml, "tasks");
        references.add(References.Kind.STATEMENT, yaml, "statements");
        references.addOne(References.Kind.PLACE, yaml, "place");
        Integrity.check(yaml);
        List<Requirement.EvidenceKind> evidence = yaml.list("evidence").stream()
                .map(e -> new Requirement.EvidenceKind(e.id(), e.text("title"), e.period("valid")))
                .toList();
        return new Requirement(
                yaml.id(),
                area.id(),
                yaml.text("title"),
                yaml.text("text"),
                yaml.choice("severity", Severity.class, Severity.MAJOR),
                yaml.choice("tier", Tier.class, Tier.CORE),
                yaml.choices("departments", DepartmentKind.class),
                yaml.choices("methods", Method.class),
                yaml.string("place"),
                evidence,
                yaml.text("guidance"),
                yaml.strings("refs"),
                yaml.strings("laws"),
                yaml.strings("tasks"),
                yaml.strings("statements"),
                Versions.of(yaml.canonical()));
    }

    Map<String, TaskTemplate> tasks() {
        return read("checklists/tasks.yaml", "tasks", TaskTemplate::id, yaml -> {
            yaml.allow("id", "kind", "title", "action", "owner", "days", "closes_with", "integrity");
            Integrity.check(yaml);
            return new TaskTemplate(
                    yaml.id(),
                    yaml.choice("kind", TaskTemplate.Kind.class, TaskTemplate.Kind.CORRECTIVE),
                    yaml.text("title"),
                    yaml.text("action"),
                    yaml.choice("owner", OwnerRole.class, OwnerRole.AUDIT_LEAD),
                    yaml.number("days"),
                    yaml.text("closes_with"),
                    Versions.of(yaml.canonical()));
        });
    }

    Map<String, Law> laws() {
        return read("checklists/laws.yaml", "laws", Law::id, yaml -> {
            references.stands(References.Kind.LAW, yaml);
            Integrity.check(yaml);
            yaml.allow(
                    "id",
                    "fact",
                    "source",
                    "in_force",
                    "mark",
                    "mark_note",
                    "verified_on",
                    "review_due",
                    "note",
                    "repealed_on",
                    "jurisdiction",
                    "integrity");
            LocalDate verified = yaml.date("verified_on").orElseGet(() -> {
                yaml.error("“verified_on” is missing");
                return LocalDate.EPOCH;
            });
            return new Law(
                    yaml.id(),
                    yaml.text("fact"),
                    yaml.text("source"),
                    yaml.optional("in_force").orElse(""),
                    yaml.choice("mark", Law.Mark.class, Law.Mark.KNOWN),
                    yaml.optional("mark_note").orElse(""),
                    verified,
                    yaml.date("review_due").orElse(verified.plusMonths(6)),
                    yaml.optionalText("note"),
                    yaml.date("repealed_on"));
        });
    }

    Map<String, Place> places() {
        return read("checklists/places.yaml", "places", Place::id, yaml -> new Place(yaml.id(), yaml.text("title")));
    }

    Map<String, Cause> causes() {
        return read("checklists/causes.yaml", "causes", Cause::id, yaml -> {
            yaml.allow("id", "group", "title", "question", "integrity");
            Integrity.check(yaml);
            return new Cause(
                    yaml.id(),
                    yaml.choice("group", Cause.Group.class, Cause.Group.MANAGEMENT),
                    yaml.text("title"),
                    yaml.text("question"));
        });
    }

    Map<String, Statement> statements() {
        return read("checklists/statements.yaml", "statements", Statement::id, yaml -> {
            references.stands(References.Kind.STATEMENT, yaml);
            return new Statement(yaml.id(), yaml.text("text"));
        });
    }

    Map<String, Term> glossary() {
        return read("courses/glossary.yaml", "terms", Term::id, yaml -> {
            yaml.allow("id", "group", "term", "also", "meaning", "integrity");
            Integrity.check(yaml);
            List<String> zh = yaml.child("also").map(a -> a.strings("zh")).orElse(List.of());
            List<String> en = yaml.child("also").map(a -> a.strings("en")).orElse(List.of());
            return new Term(
                    yaml.id(), yaml.optional("group").orElse(""), yaml.text("term"), zh, en, yaml.text("meaning"));
        });
    }

    Map<String, Standard> standards() {
        Map<String, Standard> standards = new LinkedHashMap<>();
        for (String file : files.list("checklists/standards", ".yaml")) {
            files.yaml(file).ifPresent(yaml -> {
                yaml.allow("id", "edition", "title", "basis", "confidence", "clauses", "grades", "musts");
                Standard standard = standard(yaml);
                put(standards, standard.id(), standard, yaml);
            });
        }
        return standards;
    }

    private Standard standard(Yaml yaml) {
        yaml.list("clauses").forEach(c -> references.add(References.Kind.REQUIREMENT, c, "requirements"));
        references.add(References.Kind.REQUIREMENT, yaml, "musts");
        List<Standard.Clause> clauses = yaml.list("clauses").stream()
                .map(c -> new Standard.Clause(
                        c.optional("clause").orElse(""), c.text("title"), c.strings("requirements")))
                .toList();
        Map<String, Severity> grades = new LinkedHashMap<>();
        yaml.child("grades").ifPresent(g -> {
            for (String key : g.keys()) {
                grades.put(key, g.choice(key, Severity.class, Severity.MAJOR));
            }
        });
        if (clauses.isEmpty()) {
            yaml.problem(Level.ERROR, "this standard has no clauses");
        }
        return new Standard(
                yaml.id(),
                yaml.string("edition"),
                yaml.text("title"),
                yaml.text("basis"),
                yaml.choice("confidence", Standard.Confidence.class, Standard.Confidence.KNOWN),
                clauses,
                grades,
                new LinkedHashSet<>(yaml.strings("musts")));
    }

    private <T> Map<String, T> read(String file, String list, Function<T, String> id, Function<Yaml, T> one) {
        Map<String, T> all = new LinkedHashMap<>();
        files.yaml(file).ifPresent(yaml -> {
            yaml.allow(list);
            for (Yaml item : yaml.list(list)) {
                T value = one.apply(item);
                put(all, id.apply(value), value, item);
            }
            if (all.isEmpty()) {
                report.error(file, 1, "there is no list “" + list + "” here");
            }
        });
        return all;
    }

    static <T> void put(Map<String, T> all, String id, T value, Yaml where) {
        if (!id.isEmpty() && all.putIfAbsent(id, value) != null) {
            where.errorAt("id", "the id “" + id + "” is used twice");
        }
    }

    /** {@code zero_tolerance} and its like, as files write them. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
