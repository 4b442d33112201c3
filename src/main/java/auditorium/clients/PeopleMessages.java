package auditorium.clients;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about factories and their people. The texts stand in {@code messages/people_zh.properties} and {@code people_en.properties}. */
@MessageBundle("people")
public interface PeopleMessages {

    @Message
    String clients();

    @Message
    String clients_lead();

    @Message
    String new_client();

    @Message
    String clients_empty();

    @Message
    String clients_empty_text();

    @Message
    String make_client();

    @Message
    String cancel();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String code_bad();

    @Message
    String code_taken(String code);

    @Message
    String name_zh();

    @Message
    String name_en();

    @Message
    String one_name_will_do();

    @Message
    String standard_next();

    @Message
    String not_known_yet();

    @Message
    String audit_on();

    @Message
    String zone();

    @Message
    String zone_hint();

    @Message
    String zone_unknown(String zone);

    @Message
    String standard_unknown();

    @Message
    String date_unknown(String date);

    @Message
    String factory_name_missing();

    @Message
    String managers_and_consultants();

    @Message
    String no_managers();

    @Message
    String change();

    @Message
    String new_code();

    @Message
    String end_membership();

    @Message
    String add_member();

    @Message
    String role();

    @Message
    String person_name();

    @Message
    String login();

    @Message
    String member_hint();

    @Message
    String give_access();

    @Message
    String factory();

    @Message
    String save();

    @Message
    String role_missing();

    @Message
    String login_bad();

    @Message
    String login_taken(String login);

    @Message
    String name_missing();

    @Message
    String seated_already(String login);

    @Message
    String not_yours();

    @Message
    String back_to_hub();

    @Message
    String departments();

    @Message
    String departments_lead();

    @Message
    String new_department();

    @Message
    String departments_empty();

    @Message
    String departments_empty_text();

    @Message
    String people_count(long n);

    @Message
    String change_department();

    @Message
    String kind();

    @Message
    String kind_hint();

    @Message
    String department_code();

    @Message
    String position();

    @Message
    String remove_department();

    @Message
    String remove_department_text();

    @Message
    String department_code_bad();

    @Message
    String department_code_taken(String code);

    @Message
    String department_name_missing();

    @Message
    String kind_missing();

    @Message
    String department_in_use();

    @Message
    String people();

    @Message
    String shown(long from, long to, long total);

    @Message
    String new_person();

    @Message
    String search();

    @Message
    String search_hint();

    @Message
    String department();

    @Message
    String all_departments();

    @Message
    String who();

    @Message
    String who_working();

    @Message
    String who_closed();

    @Message
    String who_left();

    @Message
    String who_all();

    @Message
    String sort();

    @Message
    String sort_department();

    @Message
    String sort_name();

    @Message
    String sort_number();

    @Message
    String sort_joined();

    @Message
    String show();

    @Message
    String people_empty();

    @Message
    String people_empty_text();

    @Message
    String number();

    @Message
    String job();

    @Message
    String joined_on();

    @Message
    String sign_in();

    @Message
    String leads();

    @Message
    String left_on(String on);

    @Message
    String page_before();

    @Message
    String page_after();

    @Message
    String change_person();

    @Message
    String departments_first();

    @Message
    String choose();

    @Message
    String leads_label();

    @Message
    String audit_role();

    @Message
    String no_audit_role();

    @Message
    String audit_role_hint();

    @Message
    String by_number();

    @Message
    String resume();

    @Message
    String suspend();

    @Message
    String new_code_hint();

    @Message
    String other_way();

    @Message
    String role_hint();

    @Message
    String login_of_managers();

    @Message
    String department_of_manager();

    @Message
    String own_department();

    @Message
    String signs_in_already();

    @Message
    String signs_in_as();

    @Message
    String same_person();

    @Message
    String come_back();

    @Message
    String come_back_text();

    @Message
    String leave();

    @Message
    String leave_text();

    @Message
    String back_on();

    @Message
    String last_day();

    @Message
    String come_back_do();

    @Message
    String leave_do();

    @Message
    String facts();

    @Message
    String history();

    @Message
    String did_join(String department);

    @Message
    String did_move(String department);

    @Message
    String did_leave();

    @Message
    String did_come_back();

    @Message
    String number_bad(int n);

    @Message
    String number_taken(String number, String name);

    @Message
    String person_name_bad(int n);

    @Message
    String department_missing();

    @Message
    String joined_odd(String date);

    @Message
    String date_between(String from, String to);

    @Message
    String has_left();

    @Message
    String quizzes();

    @Message
    String quizzes_and_time();

    @Message
    String close_account();

    @Message
    String close_account_text();

    @Message
    String nobody_yet();

    @Message
    String nobody_yet_text();

    @Message
    String standard_own();
}
