package auditorium.improvement;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of findings and tasks. The texts stand in {@code messages/improve_zh.properties} and {@code improve_en.properties}. */
@MessageBundle("improve")
public interface ImprovementMessages {

    @Message
    String improvement();

    @Message
    String open_late(long open, long late);

    @Message
    String empty_title();

    @Message
    String empty_text();

    @Message
    String empty_do();

    @Message
    String lane_empty();

    @Message
    String state_open();

    @Message
    String state_in_progress();

    @Message
    String state_done();

    @Message
    String state_verified();

    @Message
    String state_cancelled();

    @Message
    String opened(String day, String name);

    @Message
    String zero_today();

    @Message
    String tasks_given();

    @Message
    String more_tasks();

    @Message
    String proposed_tasks();

    @Message
    String owner();

    @Message
    String due();

    @Message
    String closes_with();

    @Message
    String give_out();

    @Message
    String to_requirement();

    @Message
    String my_tasks();

    @Message
    String no_tasks();

    @Message
    String no_tasks_text();

    @Message
    String no_tasks_do();

    @Message
    String steps();

    @Message
    String what_to_do();

    @Message
    String seen();

    @Message
    String report_done();

    @Message
    String report_note();

    @Message
    String report_hint();

    @Message
    String report_photo();

    @Message
    String report_send();

    @Message
    String verify();

    @Message
    String verify_seen();

    @Message
    String verify_hint();

    @Message
    String verify_pass();

    @Message
    String verify_back();

    @Message
    String own_work();

    @Message
    String own_department();

    @Message
    String history();

    @Message
    String history_empty();

    @Message
    String did_report(String name);

    @Message
    String did_verify(String name);

    @Message
    String did_reopen(String name);

    @Message
    String did_start(String name);

    @Message
    String did_cancel(String name);

    @Message
    String not_in_this_state();

    @Message
    String reopening_needs_reason();

    @Message
    String state_waiting();

    @Message
    String verified_until(String day);

    @Message
    String verified_due();

    @Message
    String closed_on(String day);

    @Message
    String finding_open();

    @Message
    String systemic(long times);

    @Message
    String missing_preventive();

    @Message
    String missing_task();

    @Message
    String origin_response();

    @Message
    String origin_mock();

    @Message
    String origin_real();

    @Message
    String origin_signal();

    @Message
    String origin();

    @Message
    String basis();

    @Message
    String basis_document();

    @Message
    String basis_interview();

    @Message
    String basis_site();

    @Message
    String source();

    @Message
    String seen_fact();

    @Message
    String containment();

    @Message
    String containment_none();

    @Message
    String root_cause();

    @Message
    String root_none();

    @Message
    String why_next();

    @Message
    String analyse();

    @Message
    String analyse_again();

    @Message
    String analysis();

    @Message
    String analysis_lead();

    @Message
    String why_n(int n);

    @Message
    String cause();

    @Message
    String cause_none();

    @Message
    String grade();

    @Message
    String reason();

    @Message
    String containment_hint();

    @Message
    String save_analysis();

    @Message
    String fact_missing();

    @Message
    String revision_needs_reason();

    @Message
    String milder_not_by_department();

    @Message
    String kind_containment();

    @Message
    String kind_correction();

    @Message
    String kind_corrective();

    @Message
    String kind_preventive();

    @Message
    String kind_training();

    @Message
    String kind_renewal();

    @Message
    String kind();

    @Message
    String own_task();

    @Message
    String own_title();

    @Message
    String own_action();

    @Message
    String own_closes();

    @Message
    String own_give();

    @Message
    String own_task_incomplete();

    @Message
    String owner_missing();

    @Message
    String due_in_the_past();

    @Message
    String no_date(String typed);

    @Message
    String effect();

    @Message
    String effect_early(String day);

    @Message
    String effect_how();

    @Message
    String effect_seen();

    @Message
    String effect_works();

    @Message
    String effect_fails();

    @Message
    String effect_which();

    @Message
    String check_needs_words();

    @Message
    String check_too_early(Object day);

    @Message
    String finding_not_in_this_state();

    @Message
    String failure_needs();

    @Message
    String elsewhere();

    @Message
    String elsewhere_why();

    @Message
    String elsewhere_open(String label);

    @Message
    String elsewhere_look();

    @Message
    String past_opened(String name);

    @Message
    String past_revised(String name);

    @Message
    String past_seen_again(String name);

    @Message
    String past_verified(String name);

    @Message
    String past_confirmed(String name);

    @Message
    String past_failed(String name);

    @Message
    String past_came_back(String name);

    @Message
    String past_reopened(String name);

    @Message
    String enter_finding();

    @Message
    String enter_lead();

    @Message
    String department();

    @Message
    String requirement();

    @Message
    String grade_default();

    @Message
    String choose();

    @Message
    String basis_unknown();

    @Message
    String source_hint();

    @Message
    String enter_save();

    @Message
    String entry_incomplete();

    @Message
    String start();

    @Message
    String report_without();

    @Message
    String report_without_hint();

    @Message
    String report_needs_proof();

    @Message
    String report_for(String name);

    @Message
    String without_was(String reason);

    @Message
    String accept_without();

    @Message
    String accept_missing();

    @Message
    String training_proof();

    @Message
    String training_state(int requizzed, int people, int known);

    @Message
    String training_enough();

    @Message
    String training_rule();

    @Message
    String training_people(Object requizzed, Object people, Object reach);

    @Message
    String training_knowledge(Object known, Object wanted);

    @Message
    String change_task();

    @Message
    String change_save();

    @Message
    String change_why();

    @Message
    String change_needs_reason();

    @Message
    String cancel_task();

    @Message
    String cancelling_needs_reason();

    @Message
    String did_move(String name);

    @Message
    String did_hand_over(String name);

    @Message
    String effect_on(String day);

    @Message
    String views();

    @Message
    String view_board();

    @Message
    String view_list();

    @Message
    String view_month();

    @Message
    String view_mine();

    @Message
    String all_departments();

    @Message
    String all_grades();

    @Message
    String all_origins();

    @Message
    String all_kinds();

    @Message
    String which();

    @Message
    String which_open();

    @Message
    String which_late();

    @Message
    String which_settled();

    @Message
    String show();

    @Message
    String lane_more(int more);

    @Message
    String more_of_plan();

    @Message
    String shown(int first, int last, int all);

    @Message
    String list_empty();

    @Message
    String state();

    @Message
    String pages();

    @Message
    String page_before();

    @Message
    String page_after();

    @Message
    String months();

    @Message
    String month_cut();

    @Message
    String month_empty();

    @Message
    String mon();

    @Message
    String tue();

    @Message
    String wed();

    @Message
    String thu();

    @Message
    String fri();

    @Message
    String sat();

    @Message
    String sun();

    @Message
    String today();

    @Message
    String audit_day();

    @Message
    String key_task();

    @Message
    String routines();

    @Message
    String routines_why();

    @Message
    String routines_none();

    @Message
    String routines_none_text();

    @Message
    String routine_new();

    @Message
    String routine_title();

    @Message
    String routine_rhythm();

    @Message
    String routine_starts();

    @Message
    String routine_begin();

    @Message
    String routine_end();

    @Message
    String routine_incomplete();

    @Message
    String weekly();

    @Message
    String monthly();

    @Message
    String quarterly();

    @Message
    String half_yearly();

    @Message
    String yearly();

    @Message
    String turn_done(String name);

    @Message
    String turn_late(String name);

    @Message
    String turn_missed();

    @Message
    String turn_due();

    @Message
    String turn_do();

    @Message
    String said_to_you();

    @Message
    String passed_up();

    @Message
    String passed_up_why();

    @Message
    String without_account();

    @Message
    String without_account_why();

    @Message
    String remark();

    @Message
    String remark_hint();

    @Message
    String remark_send();

    @Message
    String remark_empty();

    @Message
    String did_remark(String name);

    @Message
    String did_escalate_1();

    @Message
    String did_escalate_2();

    @Message
    String did_escalate_3();

    @Message
    String cap();

    @Message
    String cap_why();

    @Message
    String cap_take();

    @Message
    String cap_xlsx();

    @Message
    String cap_capr();

    @Message
    String cap_8d();

    @Message
    String cap_bring();

    @Message
    String cap_bring_how();

    @Message
    String cap_file();

    @Message
    String cap_compare();

    @Message
    String cap_no_file();

    @Message
    String cap_too_large(Object megabytes);

    @Message
    String cap_unreadable();

    @Message
    String cap_too_many(Object most);

    @Message
    String paper_too_many(Object most);

    @Message
    String cap_counts(int rows, long changes, long problems);

    @Message
    String cap_taken();

    @Message
    String cap_problems();

    @Message
    String cap_same();

    @Message
    String cap_ready();

    @Message
    String cap_left(int rows);

    @Message
    String cap_nothing_yet();

    @Message
    String cap_row();

    @Message
    String cap_what();

    @Message
    String cap_empty();

    @Message
    String cap_cut();

    @Message
    String cap_do(long changes);

    @Message
    String cap_again();

    @Message
    String cap_reason();

    @Message
    String cap_unknown_row();

    @Message
    String cap_twice();

    @Message
    String cap_no_day();

    @Message
    String cap_unknown_person();

    @Message
    String cap_unknown_cause();

    @Message
    String cap_not_open();

    @Message
    String cap_whys();

    @Message
    String cap_contradiction();

    @Message
    String paper_before();

    @Message
    String paper_after();

    @Message
    String paper_no_photo();

    @Message
    String paper_none();

    @Message
    String paper_capr();

    @Message
    String paper_made(String day, int findings);

    @Message
    String paper_nothing();

    @Message
    String paper_finding();

    @Message
    String paper_corrective();

    @Message
    String paper_verification();

    @Message
    String paper_verified(String day, String name);

    @Message
    String paper_done(String day);

    @Message
    String paper_works();

    @Message
    String paper_fails();

    @Message
    String paper_not_yet();

    @Message
    String paper_team();

    @Message
    String paper_problem();

    @Message
    String paper_chosen();

    @Message
    String paper_implemented();

    @Message
    String paper_closing();

    @Message
    String start_photo();

    @Message
    String renewals();

    @Message
    String renewals_why();

    @Message
    String renewal_nobodys();
}
