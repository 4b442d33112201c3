package auditorium.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the search. The texts stand in {@code messages/search_zh.properties} and {@code search_en.properties}. */
@MessageBundle("search")
public interface SearchMessages {

    @Message
    String title();

    @Message
    String field();

    @Message
    String go();

    @Message
    String hint();

    @Message
    String hint_questions();

    @Message
    String found(int n);

    @Message
    String nothing();

    @Message
    String nothing_text();

    @Message
    String only_signs();

    @Message
    String kind_lesson();

    @Message
    String kind_term();

    @Message
    String kind_requirement();

    @Message
    String kind_law();

    @Message
    String kind_question();

    @Message
    String all(int n);

    @Message
    String all_kinds();

    @Message
    String laws_note();

    @Message
    String in_force(String date);
}
