package auditorium.readiness;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the board's neighbours: the day of the audit, what changed, what to do first, and bounds. The texts stand in
 * {@code messages/board_zh.properties} and {@code board_en.properties}.
 */
@MessageBundle("board")
public interface BoardMessages {
    @Message
    String day_title();

    @Message
    String day_lead();

    @Message
    String day_field();

    @Message
    String standard_field();

    @Message
    String look();

    @Message
    String day_problem(String first, String last);

    @Message
    String in_days(long n);

    @Message
    String is_today();

    @Message
    String today_stands();

    @Message
    String then_stands(String day);

    @Message
    String then_stop(int n);

    @Message
    String then_same();

    @Message
    String then_down(int from, int to);

    @Message
    String map_then(String day);

    @Message
    String map_hint();

    @Message
    String was_percent(String percent);

    @Message
    String gets_worse(int n);

    @Message
    String gets_worse_none();

    @Message
    String and_more(int n);

    @Message
    String from_to();

    @Message
    String time_brings();

    @Message
    String will_expire(int n);

    @Message
    String will_expire_none();

    @Message
    String ended_on(String day);

    @Message
    String ends_on(String day);

    @Message
    String will_be_old(int n);

    @Message
    String will_be_old_none();

    @Message
    String requirements(int n);

    @Message
    String will_lapse(int n);

    @Message
    String will_lapse_none();

    @Message
    String lapse_line(String department, int people, String day);

    @Message
    String new_untrained(int n);

    @Message
    String new_untrained_none(int days);

    @Message
    String newcomer_line(String department, String day, int n);

    @Message
    String will_recur(int n);

    @Message
    String will_recur_none();

    @Message
    String plan();

    @Message
    String plan_lead(int days);

    @Message
    String plan_none();

    @Message
    String plan_rest(int n);

    @Message
    String begin_now();

    @Message
    String begin_by(String day);

    @Message
    String done_by(String day);

    @Message
    String tight();

    @Message
    String plan_task(String title);

    @Message
    String plan_task_detail(String department, String owner);

    @Message
    String plan_finding(String title);

    @Message
    String plan_finding_detail(String department);

    @Message
    String plan_look(String department);

    @Message
    String plan_look_detail(int n);

    @Message
    String plan_again(String department);

    @Message
    String plan_again_detail(int n);

    @Message
    String plan_renew(String title);

    @Message
    String plan_renew_detail(String day);

    @Message
    String plan_file(String title);

    @Message
    String plan_file_detail(String requirement, int n);

    @Message
    String plan_learn(String lesson);

    @Message
    String plan_learn_detail(int people, String day);

    @Message
    String plan_newcomers(String department);

    @Message
    String plan_newcomers_detail(int n);

    @Message
    String plan_routine(String title);

    @Message
    String plan_routine_detail(String department, int turns, int late, String owner);

    @Message
    String changes_title();

    @Message
    String changes_lead();

    @Message
    String since_visit(String day);

    @Message
    String since_day(String day);

    @Message
    String since_field();

    @Message
    String compare();

    @Message
    String since_unknown(String day);

    @Message
    String since_problem();

    @Message
    String better(int n);

    @Message
    String worse(int n);

    @Message
    String better_head(int n);

    @Message
    String worse_head(int n);

    @Message
    String nothing_better();

    @Message
    String nothing_worse();

    @Message
    String findings_since(int opened, int verified, int closed);

    @Message
    String requirements_touched(int n);

    @Message
    String see_all();

    @Message
    String to_task();

    @Message
    String to_finding();

    @Message
    String to_check();

    @Message
    String to_evidence();

    @Message
    String to_training();

    @Message
    String first_lead();

    @Message
    String bounds_title();

    @Message
    String bounds_lead();

    @Message
    String bounds_ready();

    @Message
    String bounds_near();

    @Message
    String bounds_gap();

    @Message
    String bounds_usual(String bounds);

    @Message
    String bounds_say(int ready, int near, int gap);

    @Message
    String bounds_problem();

    @Message
    String bounds_save();

    @Message
    String bounds_cancel();

    @Message
    String bounds_past();

    @Message
    String bounds_past_none();

    @Message
    String bounds_change();

    @Message
    String bounds_stop();

    @Message
    String finding_waits(String label, String day);

    @Message
    String day_hub_why();
}
