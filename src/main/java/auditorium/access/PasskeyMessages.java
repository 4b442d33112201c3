package auditorium.access;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of passkeys. The texts stand in {@code messages/passkey_zh.properties} and {@code passkey_en.properties}. */
@MessageBundle("passkey")
public interface PasskeyMessages {

    String passkeys();

    String lead();

    String added(String day);

    String used(String day);

    String unused();

    String in_doubt();

    String remove();

    String name();

    String name_hint();

    String add();

    String unable();

    String elsewhere(String site);

    String nowhere();

    String now_device();

    String now_device_lead();

    String make(String name);

    String cancel();

    String kept();

    String not_kept();

    String known();

    String removed();

    String only_one();

    String name_missing();

    String enough(int most);

    String renew();

    String end();

    String sign_in();

    String use();

    String recovery_lead();

    String recovery_code();

    String recovery_hint();

    String refused();

    String doubted();

    String nothing_came();

    String failed();
}
