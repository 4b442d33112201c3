package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.lists.domain.ListColumns;
import auditorium.lists.domain.ListField;
import auditorium.platform.ClientScope;
import auditorium.platform.tables.Plain;
import auditorium.platform.tables.TableFile;
import auditorium.platform.tables.Unreadable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the columns of a customer's list mean: proposed by their headings, decided by a person who sees the first rows. */
@Path("/c/{client}/list-editions/{edition}/columns")
@Produces(MediaType.TEXT_HTML)
class ListColumnPages {

    private static final int SHOWN_ROWS = 6;
    private static final int MOST_COLUMNS = 40;

    private final Editions editions;
    private final ListWork work;
    private final ClientScope scope;
    private final CurrentReader reader;
    private final Words words;

    ListColumnPages(Editions editions, ListWork work, ClientScope scope, CurrentReader reader, Words words) {
        this.editions = editions;
        this.work = work;
        this.scope = scope;
        this.reader = reader;
        this.words = words;
    }

    /** Something to choose. */
    record Choice(String id, String title, boolean chosen) {}

    /** A column of the file with what it may mean. */
    record Column(int at, String heading, List<Choice> fields) {}

    /** A row of the file as it stands there. */
    record FileRow(long number, List<String> cells) {}

    /** What the page about the columns shows. */
    record Understood(
            List<Choice> sheets, List<Choice> charsets, List<Column> columns, List<FileRow> rows, boolean unread) {}

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance columns(
                UUID client, Editions.Edition edition, Understood understood, String problem);
    }

    @GET
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Object show(UUID client, UUID edition) throws IOException {
        Editions.Edition found = find(client, edition);
        return found.held() && found.state() == Editions.State.COLUMNS
                ? columns(client, found, "")
                : to(client, "/list-editions/" + edition);
    }

    private Editions.Edition find(UUID client, UUID edition) {
        return scope.inside(client, () -> editions.find(client, edition)).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance columns(UUID client, Editions.Edition edition, String problem) throws IOException {
        byte[] bytes =
                scope.inside(client, () -> editions.bytes(client, edition.id())).orElseThrow(NotFoundException::new);
        java.nio.file.Path file = Files.createTempFile("buyer", ".list");
        try {
            Files.write(file, bytes);
            TableFile table = TableFile.known(file, edition.workbook());
            try {
                return Templates.columns(client, edition, understood(edition, table), problem);
            } catch (Unreadable e) {
                Understood nothing =
                        new Understood(sheets(edition, table), charsets(edition), List.of(), List.of(), false);
                return Templates.columns(client, edition, nothing, e.words(words.lang()));
            }
        } finally {
            Files.delete(file);
        }
    }

    private Understood understood(Editions.Edition edition, TableFile table) throws IOException {
        List<TableFile.Row> rows =
                table.sample(edition.sheet(), edition.charset()).rows();
        List<String> headings = rows.stream()
                .filter(r -> r.number() == edition.headingRow())
                .findFirst()
                .map(TableFile.Row::texts)
                .orElse(List.of());
        List<TableFile.Row> below = rows.stream()
                .filter(r -> r.number() > edition.headingRow())
                .limit(SHOWN_ROWS)
                .toList();
        int width = Math.min(
                MOST_COLUMNS,
                Math.max(
                        headings.size(),
                        below.stream().mapToInt(r -> r.cells().size()).max().orElse(0)));
        List<Column> columns = new ArrayList<>();
        boolean unread = false;
        for (int i = 0; i < width; i++) {
            var field = edition.columns().fieldOf(i);
            unread |= field.isEmpty();
            columns.add(new Column(
                    i,
                    i < headings.size() ? Plain.inReport(headings.get(i)) : "",
                    Arrays.stream(ListField.values())
                            .map(f -> new Choice(
                                    f.name(), title(f), field.filter(f::equals).isPresent()))
                            .toList()));
        }
        return new Understood(
                sheets(edition, table),
                charsets(edition),
                columns,
                below.stream().map(r -> row(r, width)).toList(),
                unread);
    }

    private static FileRow row(TableFile.Row row, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(i < row.cells().size() ? Plain.inReport(row.cells().get(i).text()) : "");
        }
        return new FileRow(row.number(), cells);
    }

    private static List<Choice> sheets(Editions.Edition edition, TableFile table) throws IOException {
        List<String> names = table.sheets();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            choices.add(new Choice(Integer.toString(i), Plain.inReport(names.get(i)), i == edition.sheet()));
        }
        return choices;
    }

    private static List<Choice> charsets(Editions.Edition edition) {
        return edition.workbook()
                ? List.of()
                : TableFile.CHARSETS.stream()
                        .map(c -> new Choice(c, c, c.equals(edition.charset())))
                        .toList();
    }

    private String title(ListField field) {
        BuyerMessages m = words.buyer();
        return switch (field) {
            case REFERENCE -> m.field_reference();
            case SECTION -> m.field_section();
            case ZH -> m.field_zh();
            case EN -> m.field_en();
            case GRADE -> m.field_grade();
            case KEYS -> m.field_keys();
            case DEPARTMENTS -> m.field_departments();
            case PLACE -> m.field_place();
        };
    }

    /** Keeps what the columns mean; looks at the file anew when another sheet, charset or heading row was chosen, else reads it. */
    @POST
    @Blocking
    @PermissionsAllowed(Rights.LISTS)
    public Object understand(UUID client, UUID edition, MultivaluedMap<String, String> form) throws IOException {
        Editions.Edition found = find(client, edition);
        if (!found.held() || found.state() != Editions.State.COLUMNS) {
            return to(client, "/list-editions/" + edition);
        }
        int sheet = number(form.getFirst("sheet"), found.sheet());
        String charset = TableFile.CHARSETS.stream()
                .filter(c -> c.equals(form.getFirst("charset")))
                .findFirst()
                .orElse(found.charset());
        long heading = number(form.getFirst("heading-row"), (int) found.headingRow());
        boolean same = sheet == found.sheet() && charset.equals(found.charset()) && heading == found.headingRow();
        byte[] bytes =
                scope.inside(client, () -> editions.bytes(client, edition)).orElseThrow(NotFoundException::new);
        java.nio.file.Path file = Files.createTempFile("buyer", ".list");
        ListColumns columns;
        int total;
        long headingRow;
        try {
            Files.write(file, bytes);
            TableFile.Sample sample = TableFile.known(file, found.workbook()).sample(sheet, charset);
            List<TableFile.Row> rows = sample.rows();
            boolean anew = sheet != found.sheet();
            int at = ListColumns.headingRow(
                    rows.stream().map(TableFile.Row::texts).toList());
            headingRow = anew ? rows.get(at).number() : heading;
            columns = same
                    ? chosen(form)
                    : ListColumns.recognised(rows.stream()
                            .filter(r -> r.number() == headingRow)
                            .findFirst()
                            .map(TableFile.Row::texts)
                            .orElse(List.of()));
            total = Math.max(1, sample.total() - 1);
        } catch (Unreadable e) {
            return Response.status(422)
                    .entity(columns(client, found, e.words(words.lang())))
                    .build();
        } finally {
            Files.delete(file);
        }
        scope.inside(client, () -> editions.understand(client, edition, sheet, charset, headingRow, columns, total));
        if (same && !columns.sufficient()) {
            return Response.status(422)
                    .entity(columns(client, find(client, edition), words.buyer().columns_missing()))
                    .build();
        }
        if (same) {
            work.begin(client, edition, reader.get().account(), words.lang());
        }
        return to(client, "/list-editions/" + edition);
    }

    private static ListColumns chosen(MultivaluedMap<String, String> form) {
        Map<ListField, Integer> at = new EnumMap<>(ListField.class);
        for (int i = 0; i < MOST_COLUMNS; i++) {
            String field = form.getFirst("column-" + i);
            for (ListField f : ListField.values()) {
                if (f.name().equals(field)) {
                    at.putIfAbsent(f, i);
                }
            }
        }
        return new ListColumns(at);
    }

    private static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    private static Response to(UUID client, String path) {
        return Response.seeOther(URI.create("/c/" + client + path)).build();
    }
}
