package auditorium.clients;

import auditorium.access.Rights;
import auditorium.library.Library;
import auditorium.platform.CurrentLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The factory itself: its names, the standard that it is audited against next, and when. */
@Path("/c/{client}/factory")
@Produces(MediaType.TEXT_HTML)
class FactoryPages {

    private final Factories factories;
    private final Library library;
    private final CurrentLanguage language;
    private final OwnStandards own;
    private final Words words;

    FactoryPages(Factories factories, Library library, CurrentLanguage language, OwnStandards own, Words words) {
        this.factories = factories;
        this.library = library;
        this.language = language;
        this.own = own;
        this.words = words;
    }

    /** A standard to choose. */
    record Choice(String id, String title) {}

    @CheckedTemplate(basePath = "clients")
    static class Templates {
        private Templates() {}

        static native TemplateInstance factory(
                UUID client, FactoryForm.Values form, List<Choice> standards, List<String> problems);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public TemplateInstance form(UUID client) {
        return page(client, FactoryForm.Values.of(factories.get(client)), List.of());
    }

    private TemplateInstance page(UUID client, FactoryForm.Values form, List<String> problems) {
        return Templates.factory(client, form, standards(), problems);
    }

    /** Everybody's, and the lists of the factory's own customers. */
    private List<Choice> standards() {
        return Stream.concat(
                        standards(library, language).stream(),
                        own.titles().entrySet().stream().map(o -> new Choice(o.getKey(), o.getValue())))
                .toList();
    }

    static List<Choice> standards(Library library, CurrentLanguage language) {
        return library.catalogue().standards().stream()
                .map(s -> new Choice(s.id(), s.title().in(language.lang())))
                .toList();
    }

    @POST
    @Transactional
    @PermissionsAllowed(Rights.MANAGE_PEOPLE)
    public Response change(UUID client, @BeanParam FactoryForm typed) {
        Factories.Factory now = factories.get(client);
        FactoryForm.Values v = typed.values();
        // the code stands on badges: an administrator gives it, once
        FactoryForm.Values form =
                new FactoryForm.Values(now.code(), v.nameZh(), v.nameEn(), v.zone(), v.standard(), v.auditOn());
        List<String> problems = FactoryForm.problems(form, standards(), words.people());
        if (!problems.isEmpty()) {
            return Response.status(422).entity(page(client, form, problems)).build();
        }
        factories.change(client, form.name(), form.zone(), form.standard(), form.audit());
        return Response.seeOther(URI.create("/c/" + client + "/readiness")).build();
    }
}
