package auditorium.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that every page may use. The texts stand in {@code messages/msg_zh.properties} and {@code msg_en.properties}. */
@MessageBundle("msg")
public interface Messages {

    @Message
    String product();

    @Message
    String other_language();

    @Message
    String skip();

    @Message
    String main_navigation();

    @Message
    String sign_out();

    @Message
    String nav_readiness();

    @Message
    String nav_walk();

    @Message
    String nav_improvement();

    @Message
    String nav_courses();

    @Message
    String nav_today();

    @Message
    String nav_tasks();

    @Message
    String nav_me();

    @Message
    String nav_portfolio();

    @Message
    String nav_content();

    @Message
    String outbox_kept();

    @Message
    String outbox_offline();

    @Message
    String outbox_later();

    @Message
    String outbox_signed_out();

    @Message
    String outbox_refused();

    @Message
    String offline_title();

    @Message
    String offline_text();

    @Message
    String error_404();

    @Message
    String error_404_text();

    @Message
    String error_403();

    @Message
    String error_403_text();

    @Message
    String error_400();

    @Message
    String error_400_text();

    @Message
    String error_503();

    @Message
    String error_503_text();

    @Message
    String error_full();

    @Message
    String error_full_text();

    @Message
    String error_other();

    @Message
    String error_other_text();

    @Message
    String error_number(String number);

    @Message
    String to_start();

    @Message
    String sev_zero();

    @Message
    String sev_critical();

    @Message
    String sev_major();

    @Message
    String sev_minor();

    @Message
    String state_stop();

    @Message
    String state_fail();

    @Message
    String state_gap();

    @Message
    String state_near();

    @Message
    String state_ready();

    @Message
    String state_na();

    @Message
    String state_none();

    @Message
    String due_late(Object days);

    @Message
    String due_on(String day);

    @Message
    String search();

    @Message
    String nav_training();

    @Message
    String nav_clients();

    @Message
    String nav_accounts();
}
