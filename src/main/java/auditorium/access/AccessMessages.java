package auditorium.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of signing in. The texts stand in {@code messages/access_zh.properties} and {@code access_en.properties}. */
@MessageBundle("access")
public interface AccessMessages {

    @Message
    String sign_in();

    @Message
    String sign_in_password();

    @Message
    String factory_code();

    @Message
    String number();

    @Message
    String pin();

    @Message
    String pin_typed();

    @Message
    String pad();

    @Message
    String pad_clear();

    @Message
    String pad_back();

    @Message
    String own_phone();

    @Message
    String or();

    @Message
    String with_password();

    @Message
    String with_number();

    @Message
    String shared_phone(long minutes);

    @Message
    String login();

    @Message
    String password();

    @Message
    String wrong_number();

    @Message
    String wrong_password();

    @Message
    String too_many();
}
