package auditorium.clients;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.RosterImports.Import;
import auditorium.clients.RosterImports.State;
import auditorium.clients.domain.RosterColumns;
import auditorium.clients.domain.RosterField;
import auditorium.platform.ClientScope;
import auditorium.platform.Fields;
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
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the columns of a list mean: proposed by their headings, decided by a person who sees the first rows. */
@Path("/c/{client}/people/imports")
@Produces(MediaType.TEXT_HTML)
class RosterColumnPages {

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

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance importColumns(
                UUID client, Import list, ColumnsView understood, String joinedByDefault, String problem);
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
        String joined = list.joinedByDefault().map(LocalDate::toString).orElse("");
        return TableFile.kept(bytes(client, list), list.workbook(), table -> {
            try {
                ColumnsView view = ColumnsView.of(table, list.where(), list.columns(), RosterField.class, this::title);
                return Templates.importColumns(client, list, view, joined, problem);
            } catch (Unreadable e) {
                return Templates.importColumns(
                        client, list, ColumnsView.unreadable(table, list.where()), joined, e.words(words.lang()));
            }
        });
    }

    private byte[] bytes(UUID client, Import list) {
        return scope.inside(client, () -> imports.bytes(client, list.id())).orElseThrow(NotFoundException::new);
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
        ColumnsView.Where where = ColumnsView.where(form::getFirst, found.where());
        Optional<LocalDate> joined = PersonForm.date(Fields.text(form.getFirst("joined-by-default"), 20));
        if (!where.equals(found.where())) {
            return anew(client, found, where, joined);
        }
        Columns<RosterField> columns = ColumnsView.chosen(RosterField.class, form::getFirst);
        scope.inside(client, () -> imports.understand(client, list, where, columns, joined, found.rowsTotal()));
        Import now = find(client, list);
        if (!RosterColumns.sufficient(columns)) {
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

    private Object anew(UUID client, Import found, ColumnsView.Where asked, Optional<LocalDate> joined)
            throws IOException {
        try {
            TableFile.Sample sample = TableFile.kept(
                    bytes(client, found), found.workbook(), t -> t.sample(asked.sheet(), asked.charset()));
            TableFile.Row row = ColumnsView.headings(sample, found.where(), asked, RosterColumns::headingRow);
            ColumnsView.Where now = new ColumnsView.Where(asked.sheet(), asked.charset(), row.number());
            scope.inside(
                    client,
                    () -> imports.understand(
                            client, found.id(), now, RosterColumns.recognised(row.texts()), joined, sample.below(row)));
            return Response.seeOther(URI.create("/c/" + client + "/people/imports/" + found.id() + "/columns"))
                    .build();
        } catch (Unreadable e) {
            return Response.status(422)
                    .entity(page(client, found, e.words(words.lang())))
                    .build();
        }
    }

    private static Response to(UUID client, UUID list) {
        return Response.seeOther(URI.create("/c/" + client + "/people/imports/" + list))
                .build();
    }
}
