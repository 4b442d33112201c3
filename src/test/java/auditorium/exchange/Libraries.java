package auditorium.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest library that has a lesson and a requirement. */
public final class Libraries {

    private Libraries() {}

    public static Path in(Path folder) throws IOException {
        write(folder, "checklists/catalogue/SC.yaml", """
                area: SC
                title: {zh: "反恐", en: "Security"}
                requirements:
                  - id: SC-22
                    title: {zh: "封条", en: "Seals"}
                    text: {zh: "封条", en: "Seals"}
                    severity: critical
                    tier: core
                    departments: [WHS]
                    methods: [site]
                    place: gate
                    tasks: [TT-1]
                    statements: [S1]
                    guidance: {zh: "看", en: "Look"}
                  - id: SC-31
                    title: {zh: "刀具", en: "Blades"}
                    text: {zh: "刀具", en: "Blades"}
                    severity: major
                    tier: core
                    departments: [WHS]
                    methods: [site]
                    place: gate
                    guidance: {zh: "数", en: "Count"}
                """);
        write(folder, "checklists/tasks.yaml", """
                tasks:
                  - {id: TT-1, kind: corrective, title: {zh: "修", en: "Mend"}, action: {zh: "修", en: "Mend"}, owner: audit_lead, days: 7, closes_with: {zh: "照片", en: "A photo"}}
                """);
        write(folder, "checklists/laws.yaml", """
                laws:
                  - {id: L-1, fact: {zh: "法", en: "Law"}, source: {zh: "法", en: "Law"}, mark: text, verified_on: 2026-01-01, review_due: 2126-01-01}
                """);
        write(folder, "checklists/places.yaml", "places: [{id: gate, title: {zh: \"门\", en: \"Gate\"}}]\n");
        write(
                folder,
                "checklists/causes.yaml",
                "causes: [{id: RC-1, group: method, title: {zh: \"没有规定\", en: \"No rule\"}, question: {zh: \"写在哪里？\", en: \"Where is it written?\"}}]\n");
        write(folder, "checklists/statements.yaml", "statements: [{id: S1, text: {zh: \"封条\", en: \"Seals\"}}]\n");
        Files.createDirectories(folder.resolve("checklists/standards"));
        Files.createDirectories(folder.resolve("quizzes"));
        write(
                folder,
                "courses/glossary.yaml",
                "terms: [{id: seal, term: {zh: \"封条\", en: \"seal\"}, meaning: {zh: \"封\", en: \"A lock\"}}]\n");
        write(folder, "courses/security/course.yaml", """
                id: security
                code: F
                title: {zh: "安全", en: "Security"}
                summary: {zh: "安全", en: "Security"}
                lessons:
                  - id: F3-seals
                    title: {zh: "封条", en: "Seals"}
                    minutes: 5
                    audience: [ALL]
                    style: worker
                    teaches: [SC-22]
                    statements: [S1]
                    laws: []
                    interview: false
                    revision: 1
                """);
        write(folder, "courses/security/F3-seals.zh.md", "## 看封条 {#look .tomorrow}\n\n明天看一次封条。\n");
        write(
                folder,
                "courses/security/F3-seals.en.md",
                "## Look at seals {#look .tomorrow}\n\nLook at a seal tomorrow.\n");
        return folder;
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
