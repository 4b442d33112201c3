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
    String finding_closed();

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
    String report_needs_something();

    @Message
    String not_in_this_state();

    @Message
    String reopening_needs_reason();
}
