package auditorium.records;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the record's pages. */
@MessageBundle("record")
public interface RecordMessages {

    @Message
    String record();

    @Message
    String lead();

    @Message
    String entries(long n);

    @Message
    String whole();

    @Message
    String not_whole(long n);

    @Message
    String never();

    @Message
    String never_text();

    @Message
    String checked(String at, long entries, long compared);

    @Message
    String by_night();

    @Message
    String check_now();

    @Message
    String busy();

    @Message
    String last_entry();

    @Message
    String hash();

    @Message
    String number();

    @Message
    String take_away();

    @Message
    String take_away_text();

    @Message
    String download();

    @Message
    String roots();

    @Message
    String roots_text();

    @Message
    String no_roots();

    @Message
    String day();

    @Message
    String sent();

    @Message
    String recipients();

    @Message
    String recipients_text();

    @Message
    String mail_off();

    @Message
    String address();

    @Message
    String add();

    @Message
    String remove();

    @Message
    String remove_whom(String address);

    @Message
    String no_address();

    @Message
    String too_many_recipients(int most);

    @Message
    String latest();

    @Message
    String nothing();

    @Message
    String faults();

    @Message
    String more_faults(long n);

    @Message
    String at_entry(long n);

    @Message
    String at_entries(long n, long m);

    @Message
    String no_entry();

    @Message
    String fault_changed();

    @Message
    String fault_missing();

    @Message
    String fault_added();

    @Message
    String fault_displaced();

    @Message
    String fault_replaced();

    @Message
    String fault_earlier();

    @Message
    String fault_end();

    @Message
    String fault_anchor();

    @Message
    String fault_foreign();

    @Message
    String fault_row_changed(String fields);

    @Message
    String fault_row_gone();

    @Message
    String fault_row_untold();

    @Message
    String fault_words_changed(String field);

    @Message
    String fault_words_gone(String field);

    @Message
    String all();

    @Message
    String all_lead();

    @Message
    String checked_at(String at);

    @Message
    String due_to_erase(long n);

    @Message
    String kept_for(int months);

    @Message
    String erased_by_whom();

    @Message
    String check_whose(String name);
}
