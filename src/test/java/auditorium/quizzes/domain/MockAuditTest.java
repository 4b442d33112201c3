package auditorium.quizzes.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.library.Catalogue;
import auditorium.library.CatalogueLoader;
import auditorium.library.ContentReport;
import auditorium.library.content.DepartmentKind;
import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.library.content.Question.Stage;
import auditorium.library.content.Standard;
import auditorium.library.domain.MockSupply;
import auditorium.library.domain.MockSupply.Candidate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nine kinds of department under Alibaba, Nome and no standard: all 27 mock audits, composed from the shipped library. */
class MockAuditTest {

    private static final int SEEDS = 24;
    private static final Catalogue LIBRARY =
            new CatalogueLoader(Path.of("."), LocalDate.of(2026, 11, 26)).read(new ContentReport());

    private static final Map<MockSupply, List<MockAudit>> ALL = new LinkedHashMap<>();

    static {
        all().forEach(supply -> ALL.put(
                supply,
                LongStream.rangeClosed(1, SEEDS)
                        .mapToObj(seed -> MockAudit.compose(supply, seed))
                        .toList()));
    }

    private static List<MockSupply> all() {
        List<Optional<Standard>> standards = new ArrayList<>();
        standards.add(Optional.empty());
        MockSupply.STANDARDS.forEach(id -> standards.add(LIBRARY.standard(id)));
        List<MockSupply> all = new ArrayList<>();
        for (DepartmentKind kind : DepartmentKind.values()) {
            standards.forEach(s -> all.add(MockSupply.of(LIBRARY, kind, s)));
        }
        assertEquals(27, all.size());
        return all;
    }

    private static String name(MockSupply supply) {
        return supply.kind() + " × " + supply.standard().map(Standard::id).orElse("general");
    }

    private static void everyOne(BiConsumer<MockSupply, MockAudit> check) {
        ALL.forEach((supply, audits) -> {
            for (int seed = 1; seed <= SEEDS; seed++) {
                try {
                    check.accept(supply, audits.get(seed - 1));
                } catch (AssertionError e) {
                    throw new AssertionError(name(supply) + ", seed " + seed + ": " + e.getMessage(), e);
                }
            }
        });
    }

    private static List<Candidate> at(MockAudit audit, Stage stage) {
        return audit.stops().stream()
                .filter(s -> s.stage() == stage)
                .flatMap(s -> s.questions().stream())
                .toList();
    }

    @Test
    void everyStageIsThereInItsOrderWithItsQuestions() {
        everyOne((supply, audit) -> {
            assertEquals(
                    List.of(Stage.values()),
                    audit.stops().stream().map(MockAudit.Stop::stage).toList());
            for (Stage stage : Stage.values()) {
                assertTrue(at(audit, stage).size() >= MockSupply.planned(stage), stage + " is thin");
            }
        });
    }

    @Test
    void itTakesAboutTenMinutes() {
        everyOne((supply, audit) -> {
            assertTrue(audit.length().compareTo(MockAudit.SHORTEST) >= 0, "only " + audit.length());
            assertTrue(audit.length().compareTo(MockAudit.LONGEST) <= 0, "as long as " + audit.length());
        });
    }

    @Test
    void theFloorHasAPictureAndOnlyTheInterviewAsksWhatPeopleLive() {
        everyOne((supply, audit) -> {
            assertTrue(
                    at(audit, Stage.FLOOR).stream().anyMatch(c -> c.question().form() instanceof Form.Hotspot),
                    "no picture");
            for (MockAudit.Stop stop : audit.stops()) {
                for (Candidate c : stop.questions()) {
                    assertEquals(stop.stage() == Stage.INTERVIEW, !c.question().scored(), c.id());
                }
            }
        });
    }

    @Test
    void noQuestionStandsTwiceAndTheSeedDecides() {
        everyOne((supply, audit) -> {
            Set<String> ids =
                    audit.candidates().stream().map(c -> c.question().id()).collect(Collectors.toSet());
            assertEquals(audit.candidates().size(), ids.size());
        });
        MockSupply warehouse = MockSupply.of(LIBRARY, DepartmentKind.WHS, Optional.empty());
        assertEquals(MockAudit.compose(warehouse, 7), MockAudit.compose(warehouse, 7));
        assertEquals(
                MockAudit.compose(warehouse, 7).paper(7),
                MockAudit.compose(warehouse, 7).paper(7));
        ALL.forEach((supply, audits) -> {
            Set<List<String>> papers = new HashSet<>();
            audits.forEach(
                    a -> papers.add(a.candidates().stream().map(Candidate::id).toList()));
            assertTrue(papers.size() > SEEDS / 2, name(supply) + ": " + papers.size() + " different papers");
        });
    }

    @Test
    void oneQuestionIsAboutDisclosingAndThePaperIsBalanced() {
        everyOne((supply, audit) -> {
            List<Question> scored = audit.candidates().stream()
                    .map(Candidate::question)
                    .filter(Question::scored)
                    .toList();
            assertTrue(scored.stream().anyMatch(Question::discloses), "nothing about disclosing");
            assertTrue(
                    scored.stream().map(q -> q.form().getClass()).distinct().count() >= 5, "too few kinds of question");
            assertTrue(scored.stream().map(Question::difficulty).distinct().count() >= 2, "all of one difficulty");
        });
    }

    @Test
    void whatIsAskedIsTheDepartmentsOwnAndNeverAboutAnotherStandard() {
        everyOne((supply, audit) -> {
            for (Candidate c : audit.candidates()) {
                assertTrue(c.nearness().own(), c.id() + " is " + c.nearness());
                assertTrue(
                        c.question().standards().isEmpty()
                                || c.question()
                                        .standards()
                                        .contains(supply.standard()
                                                .map(Standard::id)
                                                .orElse("")),
                        c.id());
            }
        });
    }

    @Test
    void theLibraryIsRichEnoughForAnotherPaperEachTime() {
        List<String> thin = new ArrayList<>();
        for (MockSupply supply : ALL.keySet()) {
            for (Stage stage : Stage.values()) {
                int spare = supply.ownAt(stage) - MockSupply.planned(stage);
                if (spare < 1) {
                    thin.add(name(supply) + " " + stage + " " + spare);
                }
            }
        }
        assertEquals(List.of(), thin);
    }

    @Test
    void whereALibraryIsThinItBorrowsRatherThanLeaveAStageOut() {
        Standard narrow = LIBRARY.standard("iso-14001").orElseThrow();
        MockSupply supply = MockSupply.of(LIBRARY, DepartmentKind.IT, Optional.of(narrow));
        MockAudit audit = MockAudit.compose(supply, 3);
        for (Stage stage : Stage.values()) {
            assertTrue(at(audit, stage).size() >= MockSupply.planned(stage), stage + " is thin");
        }
        assertTrue(audit.candidates().stream().anyMatch(c -> !c.nearness().own()));
    }
}
