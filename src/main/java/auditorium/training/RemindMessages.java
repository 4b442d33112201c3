package auditorium.training;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of reminders, calendars and the due list. The texts stand in {@code messages/remind_zh.properties} and {@code remind_en.properties}. */
@MessageBundle("remind")
public interface RemindMessages {

    String reminders();

    String reminders_none();

    String was_due(String day);

    String was_due_grace(String day);

    String grace_word();

    String reminded_on(String day);

    String mailed();

    String by_mail();

    String email();

    String email_hint();

    String email_off();

    String save_address();

    String bad_address();

    String calendar();

    String calendar_text();

    String calendar_once();

    String calendar_since(String day);

    String calendar_make();

    String calendar_again();

    String calendar_end();

    String calendar_name(String factory);

    String calendar_lesson(String title);

    String calendar_task(String title);

    String calendar_minutes(int n);

    String mail_subject(int n);

    String mail_hello(String name);

    String mail_due(String title, String day);

    String mail_late(String title, String day, long n);

    String mail_more(int n);

    String mail_where();

    String mail_from();

    String due_list();

    String due_list_lead(String day);

    String print_list();

    String mail_is_off();

    String without_mail();

    String due_list_none();

    String due_list_none_text(String day);

    String list_cut(int n);

    String told();

    String overdue_word();
}
