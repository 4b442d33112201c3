package auditorium.search;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the search. The texts stand in {@code messages/search_zh.properties} and {@code search_en.properties}. */
@MessageBundle("search")
public interface SearchMessages {

    String title();

    String field();

    String go();

    String hint();

    String hint_questions();

    String found(int n);

    String nothing();

    String nothing_text();

    String only_signs();

    String kind_lesson();

    String kind_term();

    String kind_requirement();

    String kind_law();

    String kind_question();

    String all(int n);

    String all_kinds();

    String laws_note();

    String in_force(String date);
}
