package auditorium.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of passkeys. The texts stand in {@code messages/passkey_zh.properties} and {@code passkey_en.properties}. */
@MessageBundle("passkey")
public interface PasskeyMessages {

    @Message
    String passkeys();

    @Message
    String lead();

    @Message
    String added(String day);

    @Message
    String used(String day);

    @Message
    String unused();

    @Message
    String in_doubt();

    @Message
    String remove();

    @Message
    String name();

    @Message
    String name_hint();

    @Message
    String add();

    @Message
    String unable();

    @Message
    String elsewhere(String site);

    @Message
    String nowhere();

    @Message
    String now_device();

    @Message
    String now_device_lead();

    @Message
    String make(String name);

    @Message
    String cancel();

    @Message
    String kept();

    @Message
    String not_kept();

    @Message
    String known();

    @Message
    String removed();

    @Message
    String only_one();

    @Message
    String name_missing();

    @Message
    String enough(int most);

    @Message
    String renew();

    @Message
    String end();

    @Message
    String sign_in();

    @Message
    String use();

    @Message
    String recovery_lead();

    @Message
    String recovery_code();

    @Message
    String recovery_hint();

    @Message
    String refused();

    @Message
    String doubted();

    @Message
    String nothing_came();

    @Message
    String failed();
}
