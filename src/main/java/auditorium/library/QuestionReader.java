package auditorium.library;

import auditorium.library.content.Form;
import auditorium.library.content.Picture;
import auditorium.library.content.Question;
import auditorium.library.content.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads one question, from a file or from a version that was stored. */
final class QuestionReader {

    private QuestionReader() {}

    /** A step of a scenario takes from its case what it does not say itself. */
    static Question read(Yaml yaml, Optional<Question> parent, Function<Yaml, Optional<String>> svgOf) {
        String type = yaml.string("type");
        Form form = FormReader.read(type, yaml, parent, svgOf);
        Optional<Picture> picture = picture(yaml, svgOf);
        Question.Kind kind = parent.isPresent() && !yaml.has("kind")
                ? parent.get().kind()
                : yaml.choice("kind", Question.Kind.class, Question.Kind.KNOWLEDGE);
        if ((form instanceof Form.Experience) != (kind == Question.Kind.EXPERIENCE)) {
            yaml.errorAt("type", "type “experience” and kind “experience” go together: experience is never scored");
        }
        int difficulty =
                yaml.number("difficulty", parent.map(Question::difficulty).orElse(0));
        if (difficulty < 1 || difficulty > 3) {
            yaml.errorAt("difficulty", "“difficulty” is 1, 2 or 3");
        }
        return new Question(
                yaml.id(),
                kind,
                difficulty,
                parent.isPresent() && !yaml.has("stage")
                        ? parent.get().stage()
                        : yaml.choice("stage", Question.Stage.class, Question.Stage.PROCESS),
                yaml.has("tests")
                        ? yaml.strings("tests")
                        : parent.map(Question::tests).orElse(List.of()),
                yaml.strings("statements"),
                yaml.strings("laws"),
                yaml.optional("card"),
                yaml.text("text"),
                picture,
                form instanceof Form.Scenario scenario
                        ? scenario.steps().stream()
                                .mapToInt(s -> s.question().points())
                                .sum()
                        : FormReader.points(yaml),
                form,
                version(yaml, picture),
                yaml.flag("discloses").orElse(false),
                yaml.strings("standards"));
    }

    /** A question's version is its text and its picture: canonical text has no line breaks, so the picture follows the first. */
    private static Version version(Yaml yaml, Optional<Picture> picture) {
        return Versions.of(yaml.canonical() + picture.map(p -> "\n" + p.svg()).orElse(""));
    }

    /** The question as it was when its version was stored. */
    static Question restore(Version version) {
        int cut = version.body().indexOf('\n');
        String canonical = cut < 0 ? version.body() : version.body().substring(0, cut);
        Yaml yaml = Yaml.parse("version " + version.hash(), canonical, new ContentReport())
                .orElseThrow(
                        () -> new IllegalStateException("the stored version " + version.hash() + " can't be read"));
        Optional<String> svg =
                cut < 0 ? Optional.empty() : Optional.of(version.body().substring(cut + 1));
        return read(yaml, Optional.empty(), y -> svg);
    }

    private static Optional<Picture> picture(Yaml yaml, Function<Yaml, Optional<String>> svgOf) {
        if (!yaml.has("image")) {
            return Optional.empty();
        }
        var alt = yaml.text("alt");
        return svgOf.apply(yaml).map(svg -> new Picture(svg, alt));
    }
}
