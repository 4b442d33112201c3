package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of a quiz on paper. The texts stand in {@code messages/paper_zh.properties} and {@code paper_en.properties}. */
@MessageBundle("paper")
public interface PaperMessages {

    String title();

    String lead();

    String print_paper();

    String print_key();

    String key_note();

    String in_language();

    String seed();

    String seed_hint();

    String seed_problem();

    String back();

    String subject();

    String number(String number);

    String head_line(int questions, int points, int pass);

    String how_to();

    String points(int n);

    String choose_one();

    String choose_several();

    String true_false();

    String put_in_order();

    String match();

    String sort();

    String fill();

    String write_number();

    String write_word();

    String write_text();

    String find_squares();

    String squares_words();

    String only_if(String step, String answers);

    String step(String label);

    String answer_sheet();

    String name();

    String staff_number();

    String department();

    String date();

    String signature();

    String question_column();

    String answer_column();

    String mark_column();

    String total();

    String marked_by();

    String key_title();

    String key_warning();

    String right_answer();

    String is_true();

    String is_false();

    String within(String tolerance);

    String or();

    String rule_all();

    String rule_partial();

    String rule_ordering();

    String rule_parts();

    String rule_hotspot();

    String rule_essay();

    String rule_scenario();

    String source();
}
