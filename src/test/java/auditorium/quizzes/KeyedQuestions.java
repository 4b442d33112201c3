package auditorium.quizzes;

import java.util.List;

/**
 * One question of every form that can be drawn, in two versions that differ in the key and in nothing else: what is right, why,
 * which order or pair is right, what is accepted, which square holds the fault, which option is a signal.
 */
final class KeyedQuestions {

    private static final String WHY_A = "{zh: \"理由甲\", en: \"First reason\"}";
    private static final String WHY_B = "{zh: \"理由乙\", en: \"Other reason\"}";

    private KeyedQuestions() {}

    private static String head(String id, String type, String kind) {
        return """
                - id: %s
                  type: %s
                  kind: %s
                  difficulty: 1
                  stage: process
                  tests: [SR-01]
                  statements: [S1]
                  laws: [L-1]
                  card: rule
                """.formatted(id, type, kind);
    }

    private static String head(String id, String type) {
        return head(id, type, "knowledge")
                + "  text: {zh: \"第一步做什么？%s\", en: \"What comes first? %s\"}\n".formatted(id, id);
    }

    private static String option(String id, boolean right, String why) {
        return "    - {id: %s, %stext: {zh: \"选项%s\", en: \"Option %s\"}, reason: %s}%n"
                .formatted(id, right ? "correct: true, " : "", id, id, why);
    }

    private static String options(boolean first, String rightA, String rightB, String... ids) {
        StringBuilder options = new StringBuilder("  options:\n");
        for (String id : ids) {
            options.append(option(id, (first ? rightA : rightB).contains(id), first ? WHY_A : WHY_B));
        }
        return options.toString();
    }

    /** All forms; {@code first} says with which of the two keys. */
    static List<String> all(boolean first) {
        String why = "  reason: " + (first ? WHY_A : WHY_B) + "\n";
        return List.of(
                head("single", "single") + options(first, "a", "c", "a", "b", "c", "d"),
                head("multiple", "multiple") + "  partial: true\n" + options(first, "ab", "cd", "a", "b", "c", "d"),
                head("truefalse", "truefalse") + "  answer: " + first + "\n" + why,
                head("numeric", "numeric")
                        + (first ? "  value: 36\n  tolerance: 0\n" : "  value: 40\n  tolerance: 1.5\n")
                        + "  unit: {zh: \"小时\", en: \"hours\"}\n" + why,
                head("text", "text")
                        + (first
                                ? "  accept: {zh: [\"封条\"], en: [\"seal\"]}\n"
                                : "  accept: {zh: [\"门闩\", \"锁\"], en: [\"bolt\", \"lock\"]}\n")
                        + why,
                head("ordering", "ordering")
                        + (first
                                ? "  items:\n" + item("stop") + item("report") + item("write")
                                : "  items:\n" + item("write") + item("stop") + item("report"))
                        + why,
                head("matching", "matching")
                        + (first
                                ? "  pairs:\n" + pair("saw", "guard") + pair("press", "hands") + pair("lift", "gate")
                                : "  pairs:\n" + pair("press", "gate") + pair("lift", "guard") + pair("saw", "hands"))
                        + why,
                head("gaps", "gaps", "knowledge")
                        + "  text: {zh: \"先[[1]]，再写[[2]]。\", en: \"First [[1]], then write [[2]].\"}\n  gaps:\n"
                        + "    - id: \"1\"\n      options:\n" + gapOption("x", first) + gapOption("y", !first)
                        + (first
                                ? "    - {id: \"2\", accept: {zh: [\"号码\"], en: [\"number\"]}}\n"
                                : "    - {id: \"2\", accept: {zh: [\"日期\", \"日子\"], en: [\"date\"]}}\n")
                        + why,
                head("hotspot", "hotspot")
                        + "  image: images/room.svg\n  alt: {zh: \"房间\", en: \"A room\"}\n  grid: 6x4\n  right:\n"
                        + (first
                                ? "    - {id: door, squares: [A1, A2], reason: %s}%n".formatted(WHY_A)
                                : "    - {id: door, squares: [C3], reason: %s}%n    - {id: box, squares: [F4], reason: %s}%n"
                                        .formatted(WHY_B, WHY_B))
                        + "  misses: " + (first ? WHY_A : WHY_B)
                        + "\n  description: {zh: \"A1 有一扇门\", en: \"A1 has a door\"}\n",
                head("groups", "groups")
                        + "  groups:\n" + item("fine") + item("over") + "  items:\n"
                        + grouped("lunch", first ? "fine" : "over", first)
                        + grouped("cash", first ? "over" : "fine", first),
                head("scenario", "scenario") + "  case: {zh: \"货柜到了\", en: \"The container is here\"}\n  steps:\n"
                        + (step("now", "") + options(first, "a", "b", "a", "b", "c")).indent(4)
                        + (step("then", "  when: {now: [a, b]}\n") + options(first, "b", "c", "a", "b", "c")).indent(4),
                head("experience", "experience", "experience")
                        + "  text: {zh: \"你见过吗？\", en: \"Have you seen it?\"}\n  options:\n"
                        + "    - {id: often, %stext: {zh: \"常见\", en: \"Often\"}}%n"
                                .formatted(first ? "signal: true, " : "")
                        + "    - {id: never, %stext: {zh: \"没见过\", en: \"Never\"}}%n"
                                .formatted(first ? "" : "signal: true, "));
    }

    private static String item(String id) {
        return "    - {id: %s, text: {zh: \"项%s\", en: \"Item %s\"}}%n".formatted(id, id, id);
    }

    private static String pair(String left, String right) {
        return "    - {id: %s, left: {zh: \"左%s\", en: \"Left %s\"}, right: {zh: \"右%s\", en: \"Right %s\"}}%n"
                .formatted(left, left, left, right, right);
    }

    private static String gapOption(String id, boolean right) {
        return "        - {id: %s, %stext: {zh: \"词%s\", en: \"Word %s\"}}%n"
                .formatted(id, right ? "correct: true, " : "", id, id);
    }

    private static String grouped(String id, String group, boolean first) {
        return "    - {id: %s, text: {zh: \"物%s\", en: \"Thing %s\"}, group: %s, reason: %s}%n"
                .formatted(id, id, id, group, first ? WHY_A : WHY_B);
    }

    private static String step(String id, String when) {
        return "- id: %s\n  type: single\n%s  text: {zh: \"步骤%s\", en: \"Step %s\"}\n".formatted(id, when, id, id);
    }
}
