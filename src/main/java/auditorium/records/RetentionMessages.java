package auditorium.records;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about what is kept of people, and for how long. */
@MessageBundle("retention")
public interface RetentionMessages {

    String leavers();

    String lead();

    String keep();

    String keep_hint(int fewest);

    String save();

    String months_wrong(int fewest, int most);

    String due();

    String due_none();

    String due_more(long n);

    String on_request();

    String too_early(long n);

    String left_on(String day);

    String would(long words, long removed, long kept);

    String reason();

    String confirm();

    String erase();

    String choose_somebody();

    String confirm_it();

    String request_needs_reason(int most);

    String stays();

    String stays_1();

    String stays_2();

    String stays_3();

    String law();

    String law_text();

    String law_mark();

    String done();

    String done_line(String by, long names, long removed);

    String by_retention();

    String by_request();

    String my_data();

    String my_data_lead();

    String my_data_keep(int months);

    String download_pdf();

    String download_json();

    String nothing_held();

    String more_rows(int n);

    String rows(int n);

    String hub_why();

    String me_link();

    String nothing_held_of();
}
