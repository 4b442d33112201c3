package auditorium.library;

import auditorium.library.LessonText.CardText;
import auditorium.library.content.Audience;
import auditorium.library.content.Card;
import auditorium.library.content.Course;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Lesson;
import auditorium.platform.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code courses/}: the facts from {@code course.yaml}, the prose from the Markdown beside it. */
final class CourseReader {

    private final ContentFiles files;
    private final Pictures pictures;
    private final ContentReport report;
    private final LessonChecks checks;

    CourseReader(ContentFiles files, Pictures pictures, ContentReport report, LessonChecks checks) {
        this.files = files;
        this.pictures = pictures;
        this.report = report;
        this.checks = checks;
    }

    Map<String, Course> courses() {
        Map<String, Course> courses = new LinkedHashMap<>();
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        for (String file : files.list("courses", "/course.yaml")) {
            files.yaml(file).ifPresent(yaml -> {
                yaml.allow("id", "code", "title", "summary", "lessons", "audience");
                String id = yaml.id();
                String folder = file.substring(0, file.lastIndexOf('/'));
                List<Yaml> items = yaml.list("lessons");
                List<Lesson> own = items.parallelStream()
                        .map(item -> lesson(id, folder, item))
                        .toList();
                for (int i = 0; i < own.size(); i++) {
                    ChecklistReader.put(lessons, own.get(i).id(), own.get(i), items.get(i));
                }
                ChecklistReader.put(
                        courses,
                        id,
                        new Course(id, yaml.string("code"), yaml.text("title"), yaml.text("summary"), own),
                        yaml);
            });
        }
        return courses;
    }

    private Lesson lesson(String course, String folder, Yaml yaml) {
        yaml.allow(
                "id",
                "title",
                "minutes",
                "audience",
                "style",
                "teaches",
                "statements",
                "laws",
                "interview",
                "revision",
                "integrity");
        String id = yaml.id();
        boolean forWorkers = "worker".equals(yaml.string("style"));
        boolean interview = yaml.flag("interview").orElse(false);
        String zhFile = folder + "/" + id + ".zh.md";
        String enFile = folder + "/" + id + ".en.md";
        String zh = files.read(zhFile).orElse("");
        String en = files.read(enFile).orElse("");
        List<CardText> zhCards = zh.isEmpty() ? List.of() : new LessonText(zhFile, pictures, report).cards(zh);
        List<CardText> enCards = en.isEmpty() ? List.of() : new LessonText(enFile, pictures, report).cards(en);
        checks.lesson(yaml, zhFile, enFile, zhCards, enCards, forWorkers, interview);
        Integrity.check(yaml);
        checks.prose(zhFile, zh, yaml);
        checks.prose(enFile, en, yaml);
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < Math.min(zhCards.size(), enCards.size()); i++) {
            CardText z = zhCards.get(i);
            CardText e = enCards.get(i);
            cards.add(new Card(
                    z.id(),
                    z.kind(),
                    new Text(z.title(), e.title()),
                    new Text(z.html(), e.html()),
                    new Text(z.plain(), e.plain())));
        }
        return new Lesson(
                id,
                course,
                yaml.text("title"),
                yaml.number("minutes"),
                audience(yaml),
                forWorkers,
                interview,
                yaml.strings("teaches"),
                yaml.strings("statements"),
                yaml.strings("laws"),
                yaml.number("revision", 1),
                List.copyOf(cards),
                Versions.of(yaml.canonical() + "\n" + zh.strip() + "\n" + en.strip()));
    }

    private static Audience audience(Yaml yaml) {
        boolean everybody = false;
        boolean leaders = false;
        Set<DepartmentKind> departments = EnumSet.noneOf(DepartmentKind.class);
        for (String word : yaml.strings("audience")) {
            switch (word) {
                case "ALL" -> everybody = true;
                case "LEADS" -> leaders = true;
                default -> {
                    try {
                        departments.add(DepartmentKind.valueOf(word));
                    } catch (IllegalArgumentException e) {
                        yaml.errorAt("audience", "“" + word + "” is neither ALL, LEADS nor a department");
                    }
                }
            }
        }
        if (!everybody && !leaders && departments.isEmpty()) {
            yaml.error("nobody is this lesson's audience");
        }
        return new Audience(everybody, leaders, departments);
    }
}
