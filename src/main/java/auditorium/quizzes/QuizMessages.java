package auditorium.quizzes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of quizzes. The texts stand in {@code messages/quiz_zh.properties} and {@code quiz_en.properties}. */
@MessageBundle("quiz")
public interface QuizMessages {

    @Message
    String back_to_lesson();

    @Message
    String lead(int n, int percent);

    @Message
    String rules();

    @Message
    String past();

    @Message
    String passed();

    @Message
    String not_yet();

    @Message
    String not_passed();

    @Message
    String read_again();

    @Message
    String go_on();

    @Message
    String start();

    @Message
    String close();

    @Message
    String questions(int n);

    @Message
    String question_of(int number, int all);

    @Message
    String saved();

    @Message
    String experience_note();

    @Message
    String save_answer();

    @Message
    String dont_know();

    @Message
    String hand_in_title();

    @Message
    String unanswered();

    @Message
    String hand_in_text();

    @Message
    String still_waiting();

    @Message
    String hand_in();

    @Message
    String previous();

    @Message
    String answer_next();

    @Message
    String choose_several();

    @Message
    String is_true();

    @Message
    String is_false();

    @Message
    String your_number();

    @Message
    String your_words();

    @Message
    String your_text();

    @Message
    String put_in_order();

    @Message
    String place_of(Object item);

    @Message
    String choose();

    @Message
    String gap(Object id);

    @Message
    String gap_choose();

    @Message
    String hotspot_hint();

    @Message
    String hotspot_words();

    @Message
    String step(Object n);

    @Message
    String to_today();

    @Message
    String took(long n);

    @Message
    String stamp();

    @Message
    String right_of(long right, long all, int percent);

    @Message
    String known();

    @Message
    String review();

    @Message
    String v_right();

    @Message
    String v_partly();

    @Message
    String v_wrong();

    @Message
    String v_none();

    @Message
    String v_unscored();

    @Message
    String yours();

    @Message
    String source();

    @Message
    String see_card(String title);

    @Message
    String again();

    @Message
    String regraded(String when, String by, int before, int after);

    @Message
    String pass_kept();

    @Message
    String rules_exam();

    @Message
    String exam();

    @Message
    String fact_time();

    @Message
    String fact_attempts();

    @Message
    String fact_late();

    @Message
    String fact_pause();

    @Message
    String minutes(long n);

    @Message
    String minutes_extra(long n, long extra);

    @Message
    String attempts_left(int n);

    @Message
    String attempts_none();

    @Message
    String late_exam();

    @Message
    String late_hours(long n);

    @Message
    String late_never();

    @Message
    String may_pause();

    @Message
    String none_left();

    @Message
    String no_pause();

    @Message
    String not_a_number();

    @Message
    String provisional();

    @Message
    String clock_hours();

    @Message
    String clock_minutes();

    @Message
    String clock_seconds();

    @Message
    String clock_soon();

    @Message
    String clock_paused();

    @Message
    String clock_over();

    @Message
    String clock_ends(String time);

    @Message
    String over_title();

    @Message
    String over_text();

    @Message
    String over_answered(long n, long all);

    @Message
    String over_hand_in();

    @Message
    String see_result();

    @Message
    String paused_title();

    @Message
    String paused_left(long n);

    @Message
    String paused_text(String time);

    @Message
    String resume();

    @Message
    String pause_title();

    @Message
    String pause_text();

    @Message
    String pause();

    @Message
    String provisional_text(String time);

    @Message
    String settle_title();

    @Message
    String settle_text();

    @Message
    String settle();

    @Message
    String time_ended();

    @Message
    String late_kept(long n);

    @Message
    String missed();

    @Message
    String question_no(int n);

    @Message
    String key_closed();

    @Message
    String v_pending();

    @Message
    String case_goes_on();

    @Message
    String known_and_missed();
}
