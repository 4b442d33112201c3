package auditorium.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of signing in. The texts stand in {@code messages/access_zh.properties} and {@code access_en.properties}. */
@MessageBundle("access")
public interface AccessMessages {

    @Message
    String sign_in();

    @Message
    String sign_in_password();

    @Message
    String factory_code();

    @Message
    String number();

    @Message
    String pin();

    @Message
    String pin_typed();

    @Message
    String pad();

    @Message
    String pad_clear();

    @Message
    String pad_back();

    @Message
    String own_phone();

    @Message
    String or();

    @Message
    String with_password();

    @Message
    String with_number();

    @Message
    String shared_phone(long minutes);

    @Message
    String login();

    @Message
    String password();

    @Message
    String wrong_number();

    @Message
    String wrong_password();

    @Message
    String too_many();

    @Message
    String first_time();

    @Message
    String first_sign_in();

    @Message
    String first_pin_lead();

    @Message
    String first_password_lead();

    @Message
    String start_code();

    @Message
    String start_code_hint();

    @Message
    String new_pin();

    @Message
    String new_password();

    @Message
    String again();

    @Message
    String pin_hint();

    @Message
    String password_hint();

    @Message
    String save_and_sign_in();

    @Message
    String have_pin();

    @Message
    String have_password();

    @Message
    String wrong_code();

    @Message
    String wrong_code_password();

    @Message
    String not_the_same();

    @Message
    String pin_not_six();

    @Message
    String pin_too_easy();

    @Message
    String pin_like_number();

    @Message
    String password_too_short(int n);

    @Message
    String password_too_long();

    @Message
    String password_too_easy();

    @Message
    String password_has_name();

    @Message
    String my_account();

    @Message
    String full_name();

    @Message
    String change_pin();

    @Message
    String change_password();

    @Message
    String current_pin();

    @Message
    String current_password();

    @Message
    String wrong_current();

    @Message
    String pin_changed();

    @Message
    String password_changed();

    @Message
    String others_end();

    @Message
    String accounts();

    @Message
    String accounts_lead();

    @Message
    String factories();

    @Message
    String can_sign_in();

    @Message
    String actions();

    @Message
    String administrator();

    @Message
    String change();

    @Message
    String make_code();

    @Message
    String resume();

    @Message
    String suspend();

    @Message
    String make_administrator();

    @Message
    String unmake_administrator();

    @Message
    String add_administrator();

    @Message
    String make_account();

    @Message
    String login_hint();

    @Message
    String login_bad();

    @Message
    String login_taken(String login);

    @Message
    String name_missing();

    @Message
    String last_administrator();

    @Message
    String own_account_elsewhere();

    @Message
    String state_ready();

    @Message
    String state_waiting();

    @Message
    String state_closed();

    @Message
    String state_suspended();

    @Message
    String state_none();

    @Message
    String slips();

    @Message
    String slips_once();

    @Message
    String slips_loopback(String site);

    @Message
    String slip_qr();

    @Message
    String slip_how(String until);

    @Message
    String slip_how_password(String until);

    @Message
    String print();

    @Message
    String go_on();

    @Message
    String role_worker();

    @Message
    String role_department();

    @Message
    String role_factory();

    @Message
    String role_consultant();
}
