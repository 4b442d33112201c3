package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.RosterImports.State;
import auditorium.clients.domain.RosterColumns;
import auditorium.clients.domain.RosterField;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the columns of a list mean: proposed by their headings, decided by a person who sees the first rows. */
@Path("/c/{client}/people/imports")
@Produces(MediaType.TEXT_HTML)
class RosterColumnPages {

    private static final int SHOWN_ROWS = 6;
    private static final int MOST_COLUMNS = 40;

    private final RosterImports imports;
    private final RosterWork work;
    private final ClientScope scope;
    private final Rights rights;
    private final CurrentReader reader;
    private final Words words;

    RosterColumnPages(
            RosterImports imports,
            RosterWork work,
            ClientScope scope,
            Rights rights,
            CurrentReader reader,
            Words words) {
        this.imports = imports;
        this.work = work;
        this.scope = scope;
        this.rights = rights;
        this.reader = reader;
        this.words = words;
    }

    /** Something to choose. */
    record Choice(String id, String title, boolean chosen) {}

    /** A column of the file with what it may mean. */
    record Column(int at, String heading, List<Choice> fields) {}

    /** A row of the file as it stands there. */
    record Line(long number, List<String> cells) {}

    /** What the page about the columns shows. */
    record Understood(
            List<Choice> sheets,
            List<Choice> charsets,
            long headingRow,
            List<Column> columns,
            List<Line> lines,
            String joinedByDefault,
            int unread) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance importColumns(UUID client, Import list, Understood understood, String problem);
    }

    /** The columns again, for a list that was checked already. */
    @GET
    @Path("{list}/columns")
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Object columns(UUID client, UUID list) throws IOException {
        Import found = find(client, list);
        return found.held() && !found.working() ? page(client, found, "") : to(client, list);
    }

    private Import find(UUID client, UUID list) {
        return scope.inside(client, () -> imports.find(client, list)).orElseThrow(NotFoundException::new);
    }

    TemplateInstance page(UUID client, Import list, String problem) throws IOException {
        byte[] bytes =
                scope.inside(client, () -> imports.bytes(client, list.id())).orElseThrow(NotFoundException::new);
        java.nio.file.Path file = Files.createTempFile("roster", ".list");
        try {
            Files.write(file, bytes);
            TableFile table = TableFile.known(file, list.workbook());
            try {
                return Templates.importColumns(client, list, understood(list, table), problem);
            } catch (Unreadable e) {
                Understood nothing = new Understood(
                        sheets(list, table), charsets(list), list.headingRow(), List.of(), List.of(), "", 0);
                return Templates.importColumns(client, list, nothing, e.words(words.lang()));
            }
        } finally {
            Files.delete(file);
        }
    }

    private Understood understood(Import list, TableFile table) throws IOException {
        List<TableFile.Row> rows = table.sample(list.sheet(), list.charset()).rows();
        List<String> headings = rows.stream()
                .filter(r -> r.number() == list.headingRow())
                .findFirst()
                .map(TableFile.Row::texts)
                .orElse(List.of());
        List<TableFile.Row> below = rows.stream()
                .filter(r -> r.number() > list.headingRow())
                .limit(SHOWN_ROWS)
                .toList();
        int width = Math.min(
                MOST_COLUMNS,
                Math.max(
                        headings.size(),
                        below.stream().mapToInt(r -> r.cells().size()).max().orElse(0)));
        List<Column> columns = new ArrayList<>();
        int unread = 0;
        for (int i = 0; i < width; i++) {
            Optional<RosterField> field = list.columns().fieldOf(i);
            unread += field.isEmpty() ? 1 : 0;
            columns.add(new Column(
                    i,
                    i < headings.size() ? Plain.inReport(headings.get(i)) : "",
                    Arrays.stream(RosterField.values())
                            .map(f -> new Choice(f.name(), title(f), field.equals(Optional.of(f))))
                            .toList()));
        }
        return new Understood(
                sheets(list, table),
                charsets(list),
                list.headingRow(),
                columns,
                below.stream().map(r -> line(r, width)).toList(),
                list.joinedByDefault().map(LocalDate::toString).orElse(""),
                unread);
    }

    /** A cell that is shown may be cut; a date among numbers is shown as the day that it may mean. */
    private static Line line(TableFile.Row row, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(i < row.cells().size() ? Plain.inReport(row.cells().get(i).text()) : "");
        }
        return new Line(row.number(), cells);
    }

    private static List<Choice> sheets(Import list, TableFile table) throws IOException {
        List<String> names = table.sheets();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            choices.add(new Choice(Integer.toString(i), Plain.inReport(names.get(i)), i == list.sheet()));
        }
        return choices;
    }

    private static List<Choice> charsets(Import list) {
        return list.workbook()
                ? List.of()
                : TableFile.CHARSETS.stream()
                        .map(c -> new Choice(c, c, c.equals(list.charset())))
                        .toList();
    }

    private String title(RosterField field) {
        PeopleMessages m = words.people();
        RosterMessages more = words.roster();
        return switch (field) {
            case NUMBER -> m.number();
            case NAME -> m.person_name();
            case DEPARTMENT -> m.department();
            case JOB -> m.job();
            case JOINED -> m.joined_on();
            case LEFT -> more.field_left();
            case STATUS -> more.field_status();
            case LEADS -> more.field_leads();
        };
    }

    /** Which of the sampled rows holds the headings; the first one when none looks like it. */
    static int headingRow(TableFile.Sample sample) {
        return RosterColumns.headingRow(
                        sample.rows().stream().map(TableFile.Row::texts).toList())
                .orElse(0);
    }

    /** Keeps what the columns mean; reads the file anew when another sheet, charset or heading row was chosen, else checks it. */
    @POST
    @Path("{list}/columns")
    @Blocking
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Object understand(UUID client, UUID list, MultivaluedMap<String, String> form) throws IOException {
        Import found = find(client, list);
        if (!found.held() || found.working()) {
            return to(client, list);
        }
        int sheet = number(form.getFirst("sheet"), found.sheet());
        String charset = Optional.ofNullable(form.getFirst("charset"))
                .filter(TableFile.CHARSETS::contains)
                .orElse(found.charset());
        long heading = number(form.getFirst("heading-row"), (int) found.headingRow());
        Optional<LocalDate> joined = PersonForm.date(Fields.text(form.getFirst("joined-by-default"), 20));
        boolean same = sheet == found.sheet() && charset.equals(found.charset()) && heading == found.headingRow();
        if (!same) {
            return anew(client, found, sheet, charset, heading, joined);
        }
        RosterColumns columns = chosen(form);
        scope.inside(
                client,
                () -> imports.understand(client, list, sheet, charset, heading, columns, joined, found.rowsTotal()));
        Import now = find(client, list);
        if (!columns.sufficient()) {
            return Response.status(422)
                    .entity(page(client, now, words.roster().columns_missing()))
                    .build();
        }
        boolean begun = scope.inside(client, () -> imports.begin(client, list, State.CHECKING, now.choices()));
        if (begun) {
            work.check(list, RosterWork.Who.of(client, reader.get(), rights, words.lang()));
        }
        return to(client, list);
    }

    /** The heading row that was typed counts when only it was changed; another sheet or charset is looked through for one. */
    private Object anew(UUID client, Import found, int sheet, String charset, long heading, Optional<LocalDate> joined)
            throws IOException {
        byte[] bytes =
                scope.inside(client, () -> imports.bytes(client, found.id())).orElseThrow(NotFoundException::new);
        java.nio.file.Path file = Files.createTempFile("roster", ".list");
        try {
            Files.write(file, bytes);
            TableFile.Sample sample = TableFile.known(file, found.workbook()).sample(sheet, charset);
            boolean otherTable = sheet != found.sheet() || !charset.equals(found.charset());
            TableFile.Row row = otherTable
                    ? sample.rows().get(headingRow(sample))
                    : sample.rows().stream()
                            .filter(r -> r.number() >= heading)
                            .findFirst()
                            .orElse(sample.rows().get(0));
            scope.inside(
                    client,
                    () -> imports.understand(
                            client,
                            found.id(),
                            sheet,
                            charset,
                            row.number(),
                            RosterColumns.recognised(row.texts()),
                            joined,
                            sample.total() - sample.rows().indexOf(row) - 1));
            return Response.seeOther(URI.create("/c/" + client + "/people/imports/" + found.id() + "/columns"))
                    .build();
        } catch (Unreadable e) {
            return Response.status(422)
                    .entity(page(client, found, e.words(words.lang())))
                    .build();
        } finally {
            Files.delete(file);
        }
    }

    private static RosterColumns chosen(MultivaluedMap<String, String> form) {
        Map<RosterField, Integer> at = new EnumMap<>(RosterField.class);
        for (int i = 0; i < MOST_COLUMNS; i++) {
            int column = i;
            PeoplePages.named(RosterField.values(), form.getFirst("column-" + i))
                    .ifPresent(field -> at.putIfAbsent(field, column));
        }
        return new RosterColumns(at);
    }

    private static int number(@Nullable String typed, int otherwise) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : otherwise;
    }

    private static Response to(UUID client, UUID list) {
        return Response.seeOther(URI.create("/c/" + client + "/people/imports/" + list))
                .build();
    }
}
