package auditorium.lists;

import auditorium.library.Catalogue;
import auditorium.library.content.Place;
import auditorium.library.content.Requirement;
import auditorium.lists.domain.Grades;
import auditorium.lists.domain.Wanted;
import auditorium.platform.Lang;
import auditorium.platform.print.Sheets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A list as a workbook: every line with what was decided about it, in columns that are understood when it comes back. */
@ApplicationScoped
class ListSheet {

    private final ListReport report;

    ListSheet(ListReport report) {
        this.report = report;
    }

    byte[] write(UUID client, ListReport.Row list, Catalogue catalogue, Lang lang) {
        boolean zh = lang == Lang.ZH;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets book = new Sheets(out)) {
            book.sheet(
                    list.title(),
                    List.of(
                            new Sheets.Column(zh ? "章节" : "Section", 22),
                            new Sheets.Column(zh ? "编号" : "No.", 10),
                            new Sheets.Column(zh ? "要求（中文）" : "Requirement (Chinese)", 50),
                            new Sheets.Column(zh ? "要求（英文）" : "Requirement (English)", 50),
                            new Sheets.Column(zh ? "等级" : "Grade", 14),
                            new Sheets.Column(zh ? "对应要求" : "Our requirements", 18),
                            new Sheets.Column(zh ? "回答部门" : "Answering departments", 20),
                            new Sheets.Column(zh ? "检查地点" : "Place of the walk", 20),
                            new Sheets.Column(zh ? "对应要求的名称" : "Titles of our requirements", 50)));
            if (list.current().isPresent()) {
                report.lines(client, list.current().get(), ListReport.Show.ALL, "", 0, Integer.MAX_VALUE)
                        .lines()
                        .forEach(line -> row(book, line, catalogue, lang));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(Sheets book, ListReport.Line line, Catalogue catalogue, Lang lang) {
        Optional<Requirement> own =
                line.keys().stream().filter(Wanted::own).findFirst().flatMap(catalogue::requirement);
        book.row(
                line.line().section(),
                line.line().reference(),
                line.line().zh(),
                line.line().en(),
                line.line().grade().map(g -> Grades.name(g).in(lang)).orElse(""),
                String.join(", ", line.keys()),
                own.stream()
                        .flatMap(r -> r.departments().stream())
                        .sorted(Comparator.naturalOrder())
                        .map(k -> k.title().in(lang))
                        .collect(Collectors.joining(lang.comma())),
                own.flatMap(r -> catalogue.place(r.place()))
                        .map(Place::title)
                        .map(t -> t.in(lang))
                        .orElse(""),
                line.keys().stream()
                        .flatMap(k -> catalogue.requirement(k).stream())
                        .map(r -> r.title().in(lang))
                        .collect(Collectors.joining("\n")));
    }
}
