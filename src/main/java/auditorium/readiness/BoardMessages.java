package auditorium.readiness;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the board's neighbours: the day of the audit, what changed, what to do first, and bounds. The texts stand in
 * {@code messages/board_zh.properties} and {@code board_en.properties}.
 */
@MessageBundle("board")
public interface BoardMessages {
    String day_title();

    String day_lead();

    String day_field();

    String standard_field();

    String look();

    String day_problem(String first, String last);

    String in_days(long n);

    String is_today();

    String today_stands();

    String then_stands(String day);

    String then_stop(int n);

    String then_same();

    String then_down(int from, int to);

    String map_then(String day);

    String map_hint();

    String was_percent(String percent);

    String gets_worse(int n);

    String gets_worse_none();

    String and_more(int n);

    String from_to();

    String time_brings();

    String will_expire(int n);

    String will_expire_none();

    String ended_on(String day);

    String ends_on(String day);

    String will_be_old(int n);

    String will_be_old_none();

    String requirements(int n);

    String will_lapse(int n);

    String will_lapse_none();

    String lapse_line(String department, int people, String day);

    String new_untrained(int n);

    String new_untrained_none(int days);

    String newcomer_line(String department, String day, int n);

    String will_recur(int n);

    String will_recur_none();

    String plan();

    String plan_lead(int days);

    String plan_none();

    String plan_rest(int n);

    String begin_now();

    String begin_by(String day);

    String done_by(String day);

    String tight();

    String plan_task(String title);

    String plan_task_detail(String department, String owner);

    String plan_finding(String title);

    String plan_finding_detail(String department);

    String plan_look(String department);

    String plan_look_detail(int n);

    String plan_again(String department);

    String plan_again_detail(int n);

    String plan_renew(String title);

    String plan_renew_detail(String day);

    String plan_file(String title);

    String plan_file_detail(String requirement, int n);

    String plan_learn(String lesson);

    String plan_learn_detail(int people, String day);

    String plan_newcomers(String department);

    String plan_newcomers_detail(int n);

    String plan_routine(String title);

    String plan_routine_detail(String department, int turns, int late, String owner);

    String changes_title();

    String changes_lead();

    String since_visit(String day);

    String since_day(String day);

    String since_field();

    String compare();

    String since_unknown(String day);

    String since_problem();

    String better(int n);

    String worse(int n);

    String better_head(int n);

    String worse_head(int n);

    String nothing_better();

    String nothing_worse();

    String findings_since(int opened, int verified, int closed);

    String requirements_touched(int n);

    String see_all();

    String to_task();

    String to_finding();

    String to_check();

    String to_evidence();

    String to_training();

    String first_lead();

    String bounds_title();

    String bounds_lead();

    String bounds_ready();

    String bounds_near();

    String bounds_gap();

    String bounds_usual(String bounds);

    String bounds_say(int ready, int near, int gap);

    String bounds_problem();

    String bounds_save();

    String bounds_cancel();

    String bounds_past();

    String bounds_past_none();

    String bounds_change();

    String bounds_stop();

    String finding_waits(String label, String day);

    String day_hub_why();
}
