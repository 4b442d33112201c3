package auditorium.quizzes;

import auditorium.platform.Lang;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Words that are made in code, which does not follow the request's language by itself. */
final class QuizWords {

    private QuizWords() {}

    static QuizMessages in(Lang lang) {
        return MessageBundles.get(QuizMessages.class, Localized.Literal.of(lang.code()));
    }
}
