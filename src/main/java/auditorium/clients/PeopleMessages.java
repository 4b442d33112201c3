package auditorium.clients;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about factories and their people. The texts stand in {@code messages/people_zh.properties} and {@code people_en.properties}. */
@MessageBundle("people")
public interface PeopleMessages {

    String clients();

    String clients_lead();

    String new_client();

    String clients_empty();

    String clients_empty_text();

    String make_client();

    String cancel();

    String code();

    String code_hint();

    String code_bad();

    String code_taken(String code);

    String name_zh();

    String name_en();

    String one_name_will_do();

    String standard_next();

    String not_known_yet();

    String audit_on();

    String zone();

    String zone_hint();

    String zone_unknown(String zone);

    String standard_unknown();

    String date_unknown(String date);

    String factory_name_missing();

    String managers_and_consultants();

    String no_managers();

    String change();

    String new_code();

    String end_membership();

    String add_member();

    String role();

    String person_name();

    String login();

    String member_hint();

    String give_access();

    String factory();

    String save();

    String role_missing();

    String login_bad();

    String login_taken(String login);

    String name_missing();

    String seated_already(String login);

    String not_yours();

    String back_to_hub();

    String departments();

    String departments_lead();

    String new_department();

    String departments_empty();

    String departments_empty_text();

    String people_count(long n);

    String change_department();

    String kind();

    String kind_hint();

    String department_code();

    String position();

    String remove_department();

    String remove_department_text();

    String department_code_bad();

    String department_code_taken(String code);

    String department_name_missing();

    String kind_missing();

    String department_in_use();

    String people();

    String shown(long from, long to, long total);

    String new_person();

    String search();

    String search_hint();

    String department();

    String all_departments();

    String who();

    String who_working();

    String who_closed();

    String who_left();

    String who_all();

    String sort();

    String sort_department();

    String sort_name();

    String sort_number();

    String sort_joined();

    String show();

    String people_empty();

    String people_empty_text();

    String number();

    String job();

    String joined_on();

    String sign_in();

    String leads();

    String left_on(String on);

    String page_before();

    String page_after();

    String change_person();

    String departments_first();

    String choose();

    String leads_label();

    String audit_role();

    String no_audit_role();

    String audit_role_hint();

    String by_number();

    String resume();

    String suspend();

    String new_code_hint();

    String other_way();

    String role_hint();

    String login_of_managers();

    String department_of_manager();

    String own_department();

    String signs_in_already();

    String signs_in_as();

    String same_person();

    String come_back();

    String come_back_text();

    String leave();

    String leave_text();

    String back_on();

    String last_day();

    String come_back_do();

    String leave_do();

    String facts();

    String history();

    String did_join(String department);

    String did_move(String department);

    String did_leave();

    String did_come_back();

    String number_bad(int n);

    String number_taken(String number, String name);

    String person_name_bad(int n);

    String department_missing();

    String joined_odd(String date);

    String date_between(String from, String to);

    String has_left();

    String quizzes();

    String quizzes_and_time();

    String close_account();

    String close_account_text();

    String nobody_yet();

    String nobody_yet_text();

    String standard_own();
}
