package auditorium.training;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of rules and of what people have to learn. The texts stand in {@code messages/assign_zh.properties} and {@code assign_en.properties}. */
@MessageBundle("assign")
public interface AssignMessages {

    @Message
    String rules();

    @Message
    String rules_lead();

    @Message
    String hub_rules();

    @Message
    String hub_rules_why();

    @Message
    String new_rule();

    @Message
    String no_rules();

    @Message
    String no_rules_text();

    @Message
    String rule_people(long n);

    @Message
    String rule_open(long n);

    @Message
    String rule_late(long n);

    @Message
    String rule_none();

    @Message
    String rule_name();

    @Message
    String rule_name_hint();

    @Message
    String who();

    @Message
    String who_everyone();

    @Message
    String who_own_department();

    @Message
    String who_departments();

    @Message
    String who_jobs();

    @Message
    String who_joiner();

    @Message
    String who_mover();

    @Message
    String who_requirement();

    @Message
    String who_requirements(String keys);

    @Message
    String departments();

    @Message
    String jobs();

    @Message
    String requirements();

    @Message
    String requirements_hint();

    @Message
    String what();

    @Message
    String what_hint();

    @Message
    String what_all(int n);

    @Message
    String what_teaches();

    @Message
    String single_lessons(int n);

    @Message
    String when();

    @Message
    String due_days();

    @Message
    String repeat();

    @Message
    String repeat_once();

    @Message
    String repeat_completion();

    @Message
    String repeat_expiry();

    @Message
    String repeat_calendar();

    @Message
    String months();

    @Message
    String anchor();

    @Message
    String anchor_hint();

    @Message
    String early();

    @Message
    String early_hint();

    @Message
    String grace();

    @Message
    String grace_hint();

    @Message
    String preview();

    @Message
    String save();

    @Message
    String save_anyway();

    @Message
    String affected();

    @Message
    String affected_sum(int people, int lessons);

    @Message
    String affected_held(int n);

    @Message
    String affected_learn(int n, int hours);

    @Message
    String affected_nobody();

    @Message
    String affected_not_saved();

    @Message
    String department();

    @Message
    String people();

    @Message
    String held();

    @Message
    String to_learn();

    @Message
    String end_rule();

    @Message
    String end_rule_text();

    @Message
    String ended();

    @Message
    String bad_form();

    @Message
    String bad_name(int n);

    @Message
    String bad_who();

    @Message
    String bad_departments();

    @Message
    String bad_jobs();

    @Message
    String bad_requirement(String key);

    @Message
    String bad_what();

    @Message
    String bad_due(int n);

    @Message
    String bad_months(int n);

    @Message
    String bad_early(int n);

    @Message
    String bad_grace(int n);

    @Message
    String bad_anchor();

    @Message
    String when_due(int n);

    @Message
    String when_once();

    @Message
    String when_completion(int n);

    @Message
    String when_expiry(int n);

    @Message
    String when_calendar(int n, String day);

    @Message
    String and_more(String shown, int n);

    @Message
    String due_lessons();

    @Message
    String due_lead(int n);

    @Message
    String due_none();

    @Message
    String due_none_text();

    @Message
    String valid_lessons();

    @Message
    String valid_until(String day);

    @Message
    String valid_always();

    @Message
    String ended_on(String day);

    @Message
    String all_due(int n);

    @Message
    String due_by(String day);

    @Message
    String late_by(long n);

    @Message
    String why_rule(String rule);

    @Message
    String why_renewal(String day);

    @Message
    String why_revision();

    @Message
    String why_move(String place);

    @Message
    String why_finding(String key);

    @Message
    String hub_matrix();

    @Message
    String hub_matrix_why();

    @Message
    String hub_plan();

    @Message
    String hub_plan_why();

    @Message
    String hub_due();

    @Message
    String hub_due_why();

    @Message
    String my_record();

    @Message
    String my_reminders();
}
