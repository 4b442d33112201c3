package auditorium.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of one's own sign-ins. The texts stand in {@code messages/device_zh.properties} and {@code device_en.properties}. */
@MessageBundle("device")
public interface DeviceMessages {

    @Message
    String sign_ins();

    @Message
    String lead();

    @Message
    String open();

    @Message
    String this_one();

    @Message
    String unknown();

    @Message
    String shared();

    @Message
    String since(String since, String seen);

    @Message
    String only_one();

    @Message
    String end_title();

    @Message
    String which();

    @Message
    String all_others();

    @Message
    String end();

    @Message
    String ended();

    @Message
    String secret_hint();
}
