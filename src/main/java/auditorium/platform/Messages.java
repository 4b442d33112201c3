package auditorium.platform;

import io.quarkus.qute.i18n.MessageBundle;

/** Words that every page may use. The texts stand in {@code messages/msg_zh.properties} and {@code msg_en.properties}. */
@MessageBundle("msg")
public interface Messages {

    String product();

    String other_language();

    String skip();

    String main_navigation();

    String sign_out();

    String nav_readiness();

    String nav_walk();

    String nav_improvement();

    String nav_courses();

    String nav_today();

    String nav_tasks();

    String nav_me();

    String nav_portfolio();

    String nav_content();

    String outbox_kept();

    String outbox_offline();

    String outbox_later();

    String outbox_signed_out();

    String outbox_refused();

    String offline_title();

    String offline_text();

    String error_404();

    String error_404_text();

    String error_403();

    String error_403_text();

    String error_400();

    String error_400_text();

    String error_503();

    String error_503_text();

    String error_full();

    String error_full_text();

    String error_other();

    String error_other_text();

    String error_number(String number);

    String to_start();

    String sev_zero();

    String sev_critical();

    String sev_major();

    String sev_minor();

    String state_stop();

    String state_fail();

    String state_gap();

    String state_near();

    String state_ready();

    String state_na();

    String state_none();

    String due_late(Object days);

    String due_on(String day);

    String search();

    String nav_training();

    String nav_clients();

    String nav_accounts();
}
