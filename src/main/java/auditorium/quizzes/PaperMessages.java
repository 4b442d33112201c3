package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a quiz on paper. The texts stand in {@code messages/paper_zh.properties} and {@code paper_en.properties}. */
@MessageBundle("paper")
public interface PaperMessages {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String print_paper();

    @Message
    String print_key();

    @Message
    String key_note();

    @Message
    String in_language();

    @Message
    String seed();

    @Message
    String seed_hint();

    @Message
    String seed_problem();

    @Message
    String back();

    @Message
    String subject();

    @Message
    String number(String number);

    @Message
    String head_line(int questions, int points, int pass);

    @Message
    String how_to();

    @Message
    String points(int n);

    @Message
    String choose_one();

    @Message
    String choose_several();

    @Message
    String true_false();

    @Message
    String put_in_order();

    @Message
    String match();

    @Message
    String sort();

    @Message
    String fill();

    @Message
    String write_number();

    @Message
    String write_word();

    @Message
    String write_text();

    @Message
    String find_squares();

    @Message
    String squares_words();

    @Message
    String only_if(String step, String answers);

    @Message
    String step(String label);

    @Message
    String answer_sheet();

    @Message
    String name();

    @Message
    String staff_number();

    @Message
    String department();

    @Message
    String date();

    @Message
    String signature();

    @Message
    String question_column();

    @Message
    String answer_column();

    @Message
    String mark_column();

    @Message
    String total();

    @Message
    String marked_by();

    @Message
    String key_title();

    @Message
    String key_warning();

    @Message
    String right_answer();

    @Message
    String is_true();

    @Message
    String is_false();

    @Message
    String within(String tolerance);

    @Message
    String or();

    @Message
    String rule_all();

    @Message
    String rule_partial();

    @Message
    String rule_ordering();

    @Message
    String rule_parts();

    @Message
    String rule_hotspot();

    @Message
    String rule_essay();

    @Message
    String rule_scenario();

    @Message
    String source();
}
