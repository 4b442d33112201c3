package auditorium.quizzes;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of quizzes. The texts stand in {@code messages/quiz_zh.properties} and {@code quiz_en.properties}. */
@MessageBundle("quiz")
public interface QuizMessages {

    String back_to_lesson();

    String lead(int n, int percent);

    String rules();

    String past();

    String passed();

    String not_yet();

    String not_passed();

    String read_again();

    String go_on();

    String start();

    String close();

    String questions(int n);

    String question_of(int number, int all);

    String saved();

    String experience_note();

    String save_answer();

    String dont_know();

    String hand_in_title();

    String unanswered();

    String hand_in_text();

    String still_waiting();

    String hand_in();

    String previous();

    String answer_next();

    String choose_several();

    String is_true();

    String is_false();

    String your_number();

    String your_words();

    String your_text();

    String put_in_order();

    String place_of(Object item);

    String choose();

    String gap(Object id);

    String gap_choose();

    String hotspot_hint();

    String hotspot_words();

    String step(Object n);

    String to_today();

    String took(long n);

    String stamp();

    String right_of(long right, long all, int percent);

    String known();

    String review();

    String v_right();

    String v_partly();

    String v_wrong();

    String v_none();

    String v_unscored();

    String yours();

    String source();

    String see_card(String title);

    String again();

    String regraded(String when, String by, int before, int after);

    String pass_kept();

    String rules_exam();

    String exam();

    String fact_time();

    String fact_attempts();

    String fact_late();

    String fact_pause();

    String minutes(long n);

    String minutes_extra(long n, long extra);

    String attempts_left(int n);

    String attempts_none();

    String late_exam();

    String late_hours(long n);

    String late_never();

    String may_pause();

    String none_left();

    String no_pause();

    String not_a_number();

    String provisional();

    String clock_hours();

    String clock_minutes();

    String clock_seconds();

    String clock_soon();

    String clock_paused();

    String clock_over();

    String clock_ends(String time);

    String over_title();

    String over_text();

    String over_answered(long n, long all);

    String over_hand_in();

    String see_result();

    String paused_title();

    String paused_left(long n);

    String paused_text(String time);

    String resume();

    String pause_title();

    String pause_text();

    String pause();

    String provisional_text(String time);

    String settle_title();

    String settle_text();

    String settle();

    String time_ended();

    String late_kept(long n);

    String missed();

    String question_no(int n);

    String key_closed();

    String v_pending();

    String case_goes_on();

    String known_and_missed();
}
