package auditorium.access;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the second step. The texts stand in {@code messages/second_zh.properties} and {@code second_en.properties}. */
@MessageBundle("second")
public interface SecondMessages {

    String second_step();

    String lead();

    String lead_pin();

    String open();

    String app();

    String app_on();

    String take_away();

    String code_title();

    String code_lead();

    String code();

    String code_hint();

    String somebody_else();

    String lost();

    String wrong_code();

    String wrong_first_code();

    String too_many();

    String required();

    String is_on(long left);

    String recovery_codes();

    String renew_lead();

    String renew();

    String end();

    String end_lead();

    String end_lead_required();

    String scan();

    String type_first();

    String qr();

    String on_this_phone();

    String no_camera();

    String secret();

    String first_code();

    String turn_on();

    String others_end();

    String need_app();

    String begin();

    String ended();

    String now_on();

    String codes_once();

    String codes_kept();

    String rule();

    String hub_why();

    String back_to_hub();

    String rule_lead();

    String rule_on();

    String rule_off();

    String rule_begin();

    String rule_end();

    String rule_effect(long missing);

    String who();

    String has();

    String has_not();
}
