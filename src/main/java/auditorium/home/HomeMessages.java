package auditorium.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the first page. The texts stand in {@code messages/home_zh.properties} and {@code home_en.properties}. */
@MessageBundle("home")
public interface HomeMessages {

    @Message
    String today();

    @Message
    String to_audit(long n);

    @Message
    String things(int n);

    @Message
    String nothing();

    @Message
    String start_here();

    @Message
    String go_on();

    @Message
    String seen_of(int seen, int cards);

    @Message
    String quiz_left();

    @Message
    String left(int seen, int cards, int minutes);

    @Message
    String begin();

    @Message
    String continue_it();

    @Message
    String tasks();

    @Message
    String later();

    @Message
    String minutes(int n);

    @Message
    String more(int n);

    @Message
    String all_done();

    @Message
    String all_done_text();

    @Message
    String to_courses();

    @Message
    String passed();

    @Message
    String passed_word();

    @Message
    String me();

    @Message
    String number();

    @Message
    String department();

    @Message
    String job();

    @Message
    String passed_due(int passed, int due);

    @Message
    String none_passed();

    @Message
    String nowhere();

    @Message
    String nowhere_text();

    @Message
    String training();

    @Message
    String hub_courses();

    @Message
    String hub_courses_why();

    @Message
    String hub_record();

    @Message
    String hub_record_why();

    @Message
    String hub_analysis();

    @Message
    String hub_analysis_why();

    @Message
    String hub_people();

    @Message
    String hub_people_why();

    @Message
    String hub_departments();

    @Message
    String hub_departments_why();

    @Message
    String hub_factory();

    @Message
    String hub_factory_why();

    @Message
    String exercise();

    @Message
    String practice_row();

    @Message
    String practice_why();

    @Message
    String mock_row();

    @Message
    String mock_why();

    @Message
    String hub_mock();

    @Message
    String hub_mock_why();

    @Message
    String hub_mock_results();

    @Message
    String hub_mock_results_why();

    @Message
    String hub_forecast();

    @Message
    String hub_forecast_why();

    @Message
    String own();

    @Message
    String account_why();

    @Message
    String my_data_why();

    @Message
    String hub_learn_group();

    @Message
    String hub_audit_group();

    @Message
    String hub_factory_group();
}
