package auditorium.training;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of reminders, calendars and the due list. The texts stand in {@code messages/remind_zh.properties} and {@code remind_en.properties}. */
@MessageBundle("remind")
public interface RemindMessages {

    @Message
    String reminders();

    @Message
    String reminders_none();

    @Message
    String was_due(String day);

    @Message
    String was_due_grace(String day);

    @Message
    String grace_word();

    @Message
    String reminded_on(String day);

    @Message
    String mailed();

    @Message
    String by_mail();

    @Message
    String email();

    @Message
    String email_hint();

    @Message
    String email_off();

    @Message
    String save_address();

    @Message
    String bad_address();

    @Message
    String calendar();

    @Message
    String calendar_text();

    @Message
    String calendar_once();

    @Message
    String calendar_since(String day);

    @Message
    String calendar_make();

    @Message
    String calendar_again();

    @Message
    String calendar_end();

    @Message
    String calendar_name(String factory);

    @Message
    String calendar_lesson(String title);

    @Message
    String calendar_task(String title);

    @Message
    String calendar_minutes(int n);

    @Message
    String mail_subject(int n);

    @Message
    String mail_hello(String name);

    @Message
    String mail_due(String title, String day);

    @Message
    String mail_late(String title, String day, long n);

    @Message
    String mail_more(int n);

    @Message
    String mail_where();

    @Message
    String mail_from();

    @Message
    String due_list();

    @Message
    String due_list_lead(String day);

    @Message
    String print_list();

    @Message
    String mail_is_off();

    @Message
    String without_mail();

    @Message
    String due_list_none();

    @Message
    String due_list_none_text(String day);

    @Message
    String list_cut(int n);

    @Message
    String told();

    @Message
    String overdue_word();
}
