package auditorium.training;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of rules and of what people have to learn. The texts stand in {@code messages/assign_zh.properties} and {@code assign_en.properties}. */
@MessageBundle("assign")
public interface AssignMessages {

    String rules();

    String rules_lead();

    String hub_rules();

    String hub_rules_why();

    String new_rule();

    String no_rules();

    String no_rules_text();

    String rule_people(long n);

    String rule_open(long n);

    String rule_late(long n);

    String rule_none();

    String rule_name();

    String rule_name_hint();

    String who();

    String who_everyone();

    String who_own_department();

    String who_departments();

    String who_jobs();

    String who_joiner();

    String who_mover();

    String who_requirement();

    String who_requirements(String keys);

    String departments();

    String jobs();

    String requirements();

    String requirements_hint();

    String what();

    String what_hint();

    String what_all(int n);

    String what_teaches();

    String single_lessons(int n);

    String when();

    String due_days();

    String repeat();

    String repeat_once();

    String repeat_completion();

    String repeat_expiry();

    String repeat_calendar();

    String months();

    String anchor();

    String anchor_hint();

    String early();

    String early_hint();

    String grace();

    String grace_hint();

    String preview();

    String save();

    String save_anyway();

    String affected();

    String affected_sum(int people, int lessons);

    String affected_held(int n);

    String affected_learn(int n, int hours);

    String affected_nobody();

    String affected_not_saved();

    String department();

    String people();

    String held();

    String to_learn();

    String end_rule();

    String end_rule_text();

    String ended();

    String bad_form();

    String bad_name(int n);

    String bad_who();

    String bad_departments();

    String bad_jobs();

    String bad_requirement(String key);

    String bad_what();

    String bad_due(int n);

    String bad_months(int n);

    String bad_early(int n);

    String bad_grace(int n);

    String bad_anchor();

    String when_due(int n);

    String when_once();

    String when_completion(int n);

    String when_expiry(int n);

    String when_calendar(int n, String day);

    String and_more(String shown, int n);

    String due_lessons();

    String due_lead(int n);

    String due_none();

    String due_none_text();

    String valid_lessons();

    String valid_until(String day);

    String valid_always();

    String ended_on(String day);

    String all_due(int n);

    String due_by(String day);

    String late_by(long n);

    String why_rule(String rule);

    String why_renewal(String day);

    String why_revision();

    String why_move(String place);

    String why_finding(String key);

    String hub_matrix();

    String hub_matrix_why();

    String hub_plan();

    String hub_plan_why();

    String hub_due();

    String hub_due_why();

    String my_record();

    String my_reminders();
}
