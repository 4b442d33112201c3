package auditorium.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the second step. The texts stand in {@code messages/second_zh.properties} and {@code second_en.properties}. */
@MessageBundle("second")
public interface SecondMessages {

    @Message
    String second_step();

    @Message
    String lead();

    @Message
    String lead_pin();

    @Message
    String open();

    @Message
    String app();

    @Message
    String app_on();

    @Message
    String take_away();

    @Message
    String code_title();

    @Message
    String code_lead();

    @Message
    String code();

    @Message
    String code_hint();

    @Message
    String somebody_else();

    @Message
    String lost();

    @Message
    String wrong_code();

    @Message
    String wrong_first_code();

    @Message
    String too_many();

    @Message
    String required();

    @Message
    String is_on(long left);

    @Message
    String recovery_codes();

    @Message
    String renew_lead();

    @Message
    String renew();

    @Message
    String end();

    @Message
    String end_lead();

    @Message
    String end_lead_required();

    @Message
    String scan();

    @Message
    String type_first();

    @Message
    String qr();

    @Message
    String on_this_phone();

    @Message
    String no_camera();

    @Message
    String secret();

    @Message
    String first_code();

    @Message
    String turn_on();

    @Message
    String others_end();

    @Message
    String need_app();

    @Message
    String begin();

    @Message
    String ended();

    @Message
    String now_on();

    @Message
    String codes_once();

    @Message
    String codes_kept();

    @Message
    String rule();

    @Message
    String hub_why();

    @Message
    String back_to_hub();

    @Message
    String rule_lead();

    @Message
    String rule_on();

    @Message
    String rule_off();

    @Message
    String rule_begin();

    @Message
    String rule_end();

    @Message
    String rule_effect(long missing);

    @Message
    String who();

    @Message
    String has();

    @Message
    String has_not();
}
