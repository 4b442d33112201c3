package auditorium.search;

import auditorium.library.Catalogue;
import auditorium.library.content.Card;
import auditorium.library.content.Form;
import auditorium.library.content.Law;
import auditorium.library.content.Lesson;
import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.library.content.Requirement;
import auditorium.library.content.Term;
import auditorium.platform.Text;
import auditorium.search.domain.Passage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Everything in the content that can be searched for, each thing with both of its languages. */
final class Documents {

    /** Raised when the same content would be indexed in another way. */
    private static final String FORM = "1";

    /** One thing that can be found: its kind, its id and, for a card or a question, which one. */
    record Document(Kind kind, String key, String part, List<Passage> passages) {}

    private final List<Document> all = new ArrayList<>();

    private Documents() {}

    static List<Document> of(Catalogue catalogue) {
        Documents documents = new Documents();
        catalogue.lessons().forEach(documents::lesson);
        catalogue.glossary().forEach(documents::term);
        catalogue.requirements().forEach(documents::requirement);
        catalogue.laws().forEach(documents::law);
        catalogue.quizzes().forEach(documents::questions);
        return documents.all;
    }

    /** The same for the same documents, on every server. */
    static String hash(List<Document> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(FORM.getBytes(StandardCharsets.UTF_8));
            for (Document d : documents) {
                update(digest, d.kind().name(), d.key(), d.part());
                d.passages().forEach(p -> update(digest, String.valueOf(p.weight()), p.text()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void update(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private void lesson(Lesson lesson) {
        add(Kind.LESSON, lesson.id(), "", both(lesson.title(), 'A'), List.of(new Passage(lesson.code(), 'A')));
        for (Card card : lesson.cards()) {
            char weight = card.kind() == Card.Kind.SOURCE ? 'D' : 'C'; // a list of laws explains least
            add(Kind.LESSON, lesson.id(), card.id(), both(card.title(), 'A'), both(CardWords.of(card), weight));
        }
    }

    private void term(Term term) {
        List<Passage> spellings = new ArrayList<>(both(term.term(), 'A'));
        term.alsoZh().forEach(s -> spellings.add(new Passage(s, 'A')));
        term.alsoEn().forEach(s -> spellings.add(new Passage(s, 'A')));
        add(Kind.TERM, term.id(), "", spellings, both(term.meaning(), 'D'));
    }

    private void requirement(Requirement r) {
        List<Passage> head = new ArrayList<>(both(r.title(), 'A'));
        head.add(new Passage(r.id(), 'A'));
        add(Kind.REQUIREMENT_TITLE, r.id(), "", head);
        add(Kind.REQUIREMENT, r.id(), "", head, both(r.text(), 'C'), both(r.guidance(), 'D'));
    }

    private void law(Law law) {
        List<Passage> note = law.note().map(n -> both(n, 'D')).orElse(List.of());
        add(
                Kind.LAW,
                law.id(),
                "",
                both(law.fact(), 'B'),
                both(law.source(), 'B'),
                note,
                List.of(new Passage(law.id(), 'A')));
    }

    /** What is asked, and no word of the options: an index that knew them could be asked for the key. */
    private void questions(Quiz quiz) {
        for (Question q : quiz.questions()) {
            List<Passage> story = q.form() instanceof Form.Scenario scenario ? both(scenario.story(), 'D') : List.of();
            add(Kind.QUESTION, quiz.id(), q.id(), both(q.text(), 'B'), story);
        }
    }

    private static List<Passage> both(Text text, char weight) {
        return List.of(new Passage(text.zh(), weight), new Passage(text.en(), weight));
    }

    @SafeVarargs
    private void add(Kind kind, String key, String part, List<Passage>... passages) {
        List<Passage> joined = new ArrayList<>();
        for (List<Passage> some : passages) {
            joined.addAll(some);
        }
        all.add(new Document(kind, key, part, List.copyOf(joined)));
    }
}
