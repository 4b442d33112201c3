package auditorium.files;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file can't be taken. The texts stand in {@code messages/file_zh.properties} and {@code file_en.properties}. */
@MessageBundle("file")
public interface FileMessages {

    @Message
    String too_large(Object megabytes);

    @Message
    String no_room(Object megabytes);

    @Message
    String wrong_kind();

    @Message
    String harmful();

    @Message
    String heic();

    @Message
    String too_many_pixels(Object millions);

    @Message
    String broken_picture();

    @Message
    String lost();
}
