package auditorium.quizzes;

import auditorium.access.CurrentReader;
import auditorium.library.Catalogue;
import auditorium.library.content.Question;
import auditorium.lists.ClientLibrary;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import auditorium.quizzes.domain.AttemptRules;
import auditorium.quizzes.domain.AttemptState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the paper of an open mock audit, stage by stage. */
@ApplicationScoped
class MockPapers {

    private final MockAudits audits;
    private final Attempts attempts;
    private final ClientLibrary library;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    MockPapers(
            MockAudits audits,
            Attempts attempts,
            ClientLibrary library,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.audits = audits;
        this.attempts = attempts;
        this.library = library;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** One of the six stages with its questions. */
    record StageView(String id, int number, List<QuestionView> questions, boolean done) {

        /** Splits a paper's questions by how many each stage has. */
        static List<StageView> of(List<QuestionView> questions, List<Integer> sizes) {
            List<StageView> stages = new ArrayList<>();
            int from = 0;
            for (Question.Stage stage : Question.Stage.values()) {
                int size = stages.size() < sizes.size() ? sizes.get(stages.size()) : 0;
                List<QuestionView> own =
                        questions.subList(Math.min(from, questions.size()), Math.min(from + size, questions.size()));
                from += size;
                stages.add(new StageView(
                        stage.name(),
                        stages.size() + 1,
                        List.copyOf(own),
                        stage != Question.Stage.INTERVIEW && own.stream().allMatch(QuestionView::answered)));
            }
            return stages;
        }
    }

    /** The paper with what belongs to a mock audit. */
    record MockView(UUID id, String standard, PaperView paper, List<StageView> stages) {

        /** The stage to begin at: the first that is not answered. */
        public String at() {
            return stages.stream()
                    .filter(s -> !s.done())
                    .findFirst()
                    .map(StageView::id)
                    .orElse("");
        }
    }

    @CheckedTemplate(basePath = "quizzes")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mockPaper(UUID client, MockView mock);
    }

    /** With {@code typed}, what somebody typed that can be no answer. */
    TemplateInstance page(UUID client, Attempt mine, Optional<QuestionView.Typed> typed) {
        MockAudits.Parts parts = audits.parts(client, mine.id()).orElseThrow(NotFoundException::new);
        AttemptRules rules = attempts.rules(client, mine);
        AttemptState state = AttemptState.of(attempts.events(client, mine.id()), rules);
        Lang lang = language.lang();
        Catalogue catalogue = library.catalogue();
        String standard = MockAudits.title(parts.standard(), lang, catalogue);
        PaperView paper = PaperView.of(
                mine,
                standard,
                attempts.frozen(mine),
                state,
                typed,
                PaperView.Clock.of(rules, clock.instant(), reader.at(client).zone()),
                lang,
                catalogue);
        return Templates.mockPaper(
                client, new MockView(mine.id(), standard, paper, StageView.of(paper.questions(), parts.stages())));
    }
}
