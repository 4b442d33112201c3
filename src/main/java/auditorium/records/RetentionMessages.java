package auditorium.records;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about what is kept of people, and for how long. */
@MessageBundle("retention")
public interface RetentionMessages {

    @Message
    String leavers();

    @Message
    String lead();

    @Message
    String keep();

    @Message
    String keep_hint(int fewest);

    @Message
    String save();

    @Message
    String months_wrong(int fewest, int most);

    @Message
    String due();

    @Message
    String due_none();

    @Message
    String due_more(long n);

    @Message
    String on_request();

    @Message
    String too_early(long n);

    @Message
    String left_on(String day);

    @Message
    String would(long words, long removed, long kept);

    @Message
    String reason();

    @Message
    String confirm();

    @Message
    String erase();

    @Message
    String choose_somebody();

    @Message
    String confirm_it();

    @Message
    String request_needs_reason(int most);

    @Message
    String stays();

    @Message
    String stays_1();

    @Message
    String stays_2();

    @Message
    String stays_3();

    @Message
    String law();

    @Message
    String law_text();

    @Message
    String law_mark();

    @Message
    String done();

    @Message
    String done_line(String by, long names, long removed);

    @Message
    String by_retention();

    @Message
    String by_request();

    @Message
    String my_data();

    @Message
    String my_data_lead();

    @Message
    String my_data_keep(int months);

    @Message
    String download_pdf();

    @Message
    String download_json();

    @Message
    String nothing_held();

    @Message
    String more_rows(int n);

    @Message
    String rows(int n);

    @Message
    String hub_why();

    @Message
    String me_link();

    @Message
    String nothing_held_of();
}
