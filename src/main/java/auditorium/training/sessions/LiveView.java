package auditorium.training.sessions;

import auditorium.library.content.Form;
import auditorium.library.content.Question;
import auditorium.platform.Lang;
import auditorium.platform.Text;
import auditorium.training.sessions.domain.LiveDraw;
import auditorium.training.sessions.domain.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question as the wall and the phones show it. While it is open there is nothing in here that tells what is right: no reasons, no
 * marks, no numbers of votes.
 *
 * @param answered how many people have answered
 * @param reason why it is so, of a true-or-false question that is closed
 */
public record LiveView(
        String id,
        int number,
        int total,
        String lesson,
        String text,
        boolean several,
        boolean closed,
        int answered,
        List<Choice> choices,
        String reason) {

    /** An option; {@code twentieths} is the length of its bar, 0 to 20. {@code right} and {@code reason} are there only once the question is closed. */
    public record Choice(
            String id,
            String letter,
            String text,
            boolean chosen,
            boolean right,
            int votes,
            int twentieths,
            String reason) {}

    private record Option(String text, String reason) {}

    /** {@code tally} counts only when the question is closed; {@code own} is what the reader chose. */
    static LiveView of(LiveQuestions.Asked asked, LiveQuestions.Tally tally, Set<String> own, Lang lang) {
        return of(asked, asked.closed(), tally, own, lang);
    }

    static LiveView of(
            LiveQuestions.Asked asked, boolean closed, LiveQuestions.Tally tally, Set<String> own, Lang lang) {
        Question question = asked.question();
        Map<String, Option> options = options(question, lang);
        Set<String> right = closed ? Vote.right(question) : Set.of();
        List<Choice> choices = new ArrayList<>();
        for (String id : asked.choices()) {
            Option option = Optional.ofNullable(options.get(id)).orElse(new Option(id, ""));
            int votes = closed ? tally.votes().getOrDefault(id, 0) : 0;
            choices.add(new Choice(
                    id,
                    String.valueOf((char) ('A' + choices.size())),
                    option.text(),
                    own.contains(id),
                    right.contains(id),
                    votes,
                    tally.people() == 0 ? 0 : Math.round(20f * votes / tally.people()),
                    closed ? option.reason() : ""));
        }
        return new LiveView(
                asked.id().toString(),
                asked.position(),
                asked.total(),
                SessionPages.code(asked.lesson()),
                question.text().in(lang),
                question.form() instanceof Form.Multiple,
                closed,
                tally.people(),
                choices,
                closed && question.form() instanceof Form.TrueFalse f
                        ? f.reason().in(lang)
                        : "");
    }

    /** Whether what was chosen is all that is right. */
    boolean allRight() {
        return closed && choices.stream().allMatch(c -> c.chosen() == c.right());
    }

    private static Map<String, Option> options(Question question, Lang lang) {
        Map<String, Option> options = new HashMap<>();
        List<Form.Option> own = switch (question.form()) {
            case Form.Single f -> f.options();
            case Form.Multiple f -> f.options();
            default -> List.of();
        };
        own.forEach(o ->
                options.put(o.id(), new Option(o.text().in(lang), o.reason().in(lang))));
        if (question.form() instanceof Form.TrueFalse) {
            options.put(LiveDraw.TRUE, new Option(new Text("对", "True").in(lang), ""));
            options.put(LiveDraw.FALSE, new Option(new Text("不对", "False").in(lang), ""));
        }
        return options;
    }
}
