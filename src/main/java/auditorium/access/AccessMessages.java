package auditorium.access;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of signing in. The texts stand in {@code messages/access_zh.properties} and {@code access_en.properties}. */
@MessageBundle("access")
public interface AccessMessages {

    String sign_in();

    String sign_in_password();

    String factory_code();

    String number();

    String pin();

    String pin_typed();

    String pad();

    String pad_clear();

    String pad_back();

    String own_phone();

    String or();

    String with_password();

    String with_number();

    String shared_phone(long minutes);

    String login();

    String password();

    String wrong_number();

    String wrong_password();

    String too_many();

    String first_time();

    String first_sign_in();

    String first_pin_lead();

    String first_password_lead();

    String start_code();

    String start_code_hint();

    String new_pin();

    String new_password();

    String again();

    String pin_hint();

    String password_hint();

    String save_and_sign_in();

    String have_pin();

    String have_password();

    String wrong_code();

    String wrong_code_password();

    String not_the_same();

    String pin_not_six();

    String pin_too_easy();

    String pin_like_number();

    String password_too_short(int n);

    String password_too_long();

    String password_too_easy();

    String password_has_name();

    String my_account();

    String full_name();

    String change_pin();

    String change_password();

    String current_pin();

    String current_password();

    String wrong_current();

    String pin_changed();

    String password_changed();

    String others_end();

    String accounts();

    String accounts_lead();

    String factories();

    String can_sign_in();

    String actions();

    String administrator();

    String change();

    String make_code();

    String resume();

    String suspend();

    String make_administrator();

    String unmake_administrator();

    String add_administrator();

    String make_account();

    String login_hint();

    String login_bad();

    String login_taken(String login);

    String name_missing();

    String last_administrator();

    String own_account_elsewhere();

    String state_ready();

    String state_waiting();

    String state_closed();

    String state_suspended();

    String state_none();

    String slips();

    String slips_once();

    String slips_loopback(String site);

    String slip_qr();

    String slip_how(String until);

    String slip_how_password(String until);

    String print();

    String go_on();

    String role_worker();

    String role_department();

    String role_factory();

    String role_consultant();
}
