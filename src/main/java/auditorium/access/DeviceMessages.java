package auditorium.access;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of one's own sign-ins. The texts stand in {@code messages/device_zh.properties} and {@code device_en.properties}. */
@MessageBundle("device")
public interface DeviceMessages {

    String sign_ins();

    String lead();

    String open();

    String this_one();

    String unknown();

    String shared();

    String since(String since, String seen);

    String only_one();

    String end_title();

    String which();

    String all_others();

    String end();

    String ended();

    String secret_hint();
}
