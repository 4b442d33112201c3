package auditorium.records;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the record's pages. */
@MessageBundle("record")
public interface RecordMessages {

    String record();

    String lead();

    String entries(long n);

    String whole();

    String not_whole(long n);

    String never();

    String never_text();

    String checked(String at, long entries, long compared);

    String by_night();

    String check_now();

    String busy();

    String last_entry();

    String hash();

    String number();

    String take_away();

    String take_away_text();

    String download();

    String roots();

    String roots_text();

    String no_roots();

    String day();

    String sent();

    String recipients();

    String recipients_text();

    String mail_off();

    String address();

    String add();

    String remove();

    String remove_whom(String address);

    String no_address();

    String too_many_recipients(int most);

    String latest();

    String nothing();

    String faults();

    String more_faults(long n);

    String at_entry(long n);

    String at_entries(long n, long m);

    String no_entry();

    String fault_changed();

    String fault_missing();

    String fault_added();

    String fault_displaced();

    String fault_replaced();

    String fault_earlier();

    String fault_end();

    String fault_anchor();

    String fault_foreign();

    String fault_row_changed(String fields);

    String fault_row_gone();

    String fault_row_untold();

    String fault_words_changed(String field);

    String fault_words_gone(String field);

    String all();

    String all_lead();

    String checked_at(String at);

    String due_to_erase(long n);

    String kept_for(int months);

    String erased_by_whom();

    String check_whose(String name);
}
