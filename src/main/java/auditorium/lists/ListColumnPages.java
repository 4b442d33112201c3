package auditorium.lists;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.lists.domain.ListColumns;
import auditorium.lists.domain.ListField;
import auditorium.platform.ClientScope;
import auditorium.platform.tables.Columns;
import auditorium.platform.tables.ColumnsView;
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
import java.util.UUID;

/** What the columns of a customer's list mean: proposed by their headings, decided by a person who sees the first rows. */
@Path("/c/{client}/list-editions/{edition}/columns")
@Produces(MediaType.TEXT_HTML)
class ListColumnPages {

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

    @CheckedTemplate(basePath = "lists")
    static class Templates {
        private Templates() {}

        static native TemplateInstance columns(
                UUID client, Editions.Edition edition, ColumnsView understood, String problem);
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
        return TableFile.kept(bytes(client, edition), edition.workbook(), table -> {
            try {
                ColumnsView view =
                        ColumnsView.of(table, edition.where(), edition.columns(), ListField.class, this::title);
                return Templates.columns(client, edition, view, problem);
            } catch (Unreadable e) {
                return Templates.columns(
                        client, edition, ColumnsView.unreadable(table, edition.where()), e.words(words.lang()));
            }
        });
    }

    private byte[] bytes(UUID client, Editions.Edition edition) {
        return scope.inside(client, () -> editions.bytes(client, edition.id())).orElseThrow(NotFoundException::new);
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
        ColumnsView.Where now = ColumnsView.where(form::getFirst, found.where());
        if (!now.equals(found.where())) {
            return anew(client, found, now);
        }
        Columns<ListField> columns = ColumnsView.chosen(ListField.class, form::getFirst);
        scope.inside(client, () -> editions.understand(client, edition, now, columns, found.rowsTotal()));
        if (!ListColumns.sufficient(columns)) {
            return Response.status(422)
                    .entity(columns(client, find(client, edition), words.buyer().columns_missing()))
                    .build();
        }
        work.begin(client, edition, reader.get().account(), words.lang());
        return to(client, "/list-editions/" + edition);
    }

    private Object anew(UUID client, Editions.Edition found, ColumnsView.Where asked) throws IOException {
        try {
            TableFile.Sample sample = TableFile.kept(
                    bytes(client, found), found.workbook(), t -> t.sample(asked.sheet(), asked.charset()));
            TableFile.Row row = ColumnsView.headings(sample, found.where(), asked, ListColumns::headingRow);
            ColumnsView.Where now = new ColumnsView.Where(asked.sheet(), asked.charset(), row.number());
            scope.inside(
                    client,
                    () -> editions.understand(
                            client, found.id(), now, ListColumns.recognised(row.texts()), sample.below(row)));
            return to(client, "/list-editions/" + found.id());
        } catch (Unreadable e) {
            return Response.status(422)
                    .entity(columns(client, found, e.words(words.lang())))
                    .build();
        }
    }

    private static Response to(UUID client, String path) {
        return Response.seeOther(URI.create("/c/" + client + path)).build();
    }
}
