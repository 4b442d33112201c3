package auditorium.home;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the first page. The texts stand in {@code messages/home_zh.properties} and {@code home_en.properties}. */
@MessageBundle("home")
public interface HomeMessages {

    String today();

    String to_audit(long n);

    String things(int n);

    String nothing();

    String start_here();

    String go_on();

    String seen_of(int seen, int cards);

    String quiz_left();

    String left(int seen, int cards, int minutes);

    String begin();

    String continue_it();

    String tasks();

    String later();

    String minutes(int n);

    String more(int n);

    String all_done();

    String all_done_text();

    String to_courses();

    String passed();

    String passed_word();

    String me();

    String number();

    String department();

    String job();

    String passed_due(int passed, int due);

    String none_passed();

    String nowhere();

    String nowhere_text();

    String training();

    String hub_courses();

    String hub_courses_why();

    String hub_record();

    String hub_record_why();

    String hub_analysis();

    String hub_analysis_why();

    String hub_people();

    String hub_people_why();

    String hub_departments();

    String hub_departments_why();

    String hub_factory();

    String hub_factory_why();

    String exercise();

    String practice_row();

    String practice_why();

    String mock_row();

    String mock_why();

    String hub_mock();

    String hub_mock_why();

    String hub_mock_results();

    String hub_mock_results_why();

    String hub_forecast();

    String hub_forecast_why();

    String own();

    String account_why();

    String my_data_why();

    String hub_learn_group();

    String hub_audit_group();

    String hub_factory_group();
}
