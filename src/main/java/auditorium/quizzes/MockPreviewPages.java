package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.Department;
import auditorium.clients.Departments;
import auditorium.library.Catalogue;
import auditorium.library.content.Question;
import auditorium.library.content.Standard;
import auditorium.library.domain.MockSupply;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.Answer;
import auditorium.quizzes.domain.MockAudit;
import auditorium.quizzes.domain.Paper;
import auditorium.quizzes.domain.Score;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mock audit of a department for those who answer for it, consultants among them: the same stages and the same looking back, but
 * nothing is kept. The seed stands in the address, so the same page asks the same questions.
 */
@Path("/c/{client}/mock-audit-previews")
@Produces(MediaType.TEXT_HTML)
class MockPreviewPages {

    private final Departments departments;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final SecureRandom random = new SecureRandom();

    MockPreviewPages(Departments departments, ClientLibrary library, CurrentReader reader, CurrentLanguage language) {
        this.departments = departments;
        this.library = library;
        this.reader = reader;
        this.language = language;
    }

    /** What a preview shows. */
    record PreviewView(
            String department, String standard, String address, List<MockPapers.StageView> stages, int questions) {}

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mockPreview(UUID client, PreviewView preview);
    }

    /** A composed audit with its paper. */
    private record Composed(MockAudit audit, Attempts.Frozen frozen) {}

    @GET
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public Response preview(
            UUID client,
            @QueryParam("department") @Nullable UUID department,
            @QueryParam("standard") @Nullable String standard,
            @QueryParam("seed") @Nullable Integer seed) {
        Department where = where(client, department);
        Catalogue catalogue = library.catalogue();
        Optional<Standard> chosen = MockAuditPages.chosen(standard, catalogue);
        if (seed == null) {
            return Response.seeOther(URI.create(address(client, where, chosen, random.nextInt(1, 10_000))))
                    .build();
        }
        Lang lang = language.lang();
        Composed composed = compose(where, chosen, seed, catalogue);
        List<QuestionView> views = new ArrayList<>();
        for (Question question : composed.frozen().questions()) {
            Paper.Drawn drawn = composed.frozen().paper().drawn(question.id()).orElseThrow();
            views.add(QuestionView.within(
                    "q." + question.id() + ".", question, drawn, views.size() + 1, lang, catalogue));
        }
        return Response.ok(Templates.mockPreview(
                        client,
                        new PreviewView(
                                where.name().in(lang),
                                chosen.map(s -> s.title().in(lang)).orElse(""),
                                address(client, where, chosen, seed),
                                MockPapers.StageView.of(
                                        views,
                                        composed.audit().stops().stream()
                                                .map(s -> s.questions().size())
                                                .toList()),
                                views.size())))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @PermissionsAllowed(Rights.SEE_READINESS)
    public TemplateInstance debrief(
            UUID client,
            @QueryParam("department") @Nullable UUID department,
            @QueryParam("standard") @Nullable String standard,
            @QueryParam("seed") int seed,
            MultivaluedMap<String, String> fields) {
        Catalogue catalogue = library.catalogue();
        Optional<Standard> chosen = MockAuditPages.chosen(standard, catalogue);
        Composed composed = compose(where(client, department), chosen, seed, catalogue);
        Map<String, Answer> answers = new HashMap<>();
        for (Question question : composed.frozen().questions()) {
            AnswerForm.read(question, fields, "q." + question.id() + ".")
                    .filter(a -> question.scored())
                    .ifPresent(a -> answers.put(question.id(), a));
        }
        Lang lang = language.lang();
        return Debrief.Templates.mockDebrief(
                client,
                Debrief.of(
                        chosen.map(s -> s.title().in(lang)).orElse(""),
                        "",
                        new LookBack(composed.frozen(), answers, lang, catalogue),
                        Score.of(composed.frozen().questions(), answers, Map.of())));
    }

    private Department where(UUID client, @Nullable UUID department) {
        if (department == null) {
            throw new NotFoundException();
        }
        return departments.reached(reader.at(client), department);
    }

    private Composed compose(Department where, Optional<Standard> standard, int seed, Catalogue catalogue) {
        MockAudit audit = MockAudit.compose(MockSupply.of(catalogue, where.kind(), standard), seed);
        List<Question> questions =
                audit.candidates().stream().map(c -> c.question()).toList();
        return new Composed(audit, new Attempts.Frozen(audit.paper(seed), questions));
    }

    private static String address(UUID client, Department where, Optional<Standard> standard, int seed) {
        return "/c/" + client + "/mock-audit-previews?department=" + where.id()
                + standard.map(s -> "&standard=" + s.id()).orElse("") + "&seed=" + seed;
    }
}
