package auditorium.files;

import io.quarkus.qute.i18n.MessageBundle;

/** Why a file can't be taken. The texts stand in {@code messages/file_zh.properties} and {@code file_en.properties}. */
@MessageBundle("file")
public interface FileMessages {

    String too_large(Object megabytes);

    String no_room(Object megabytes);

    String wrong_kind();

    String harmful();

    String heic();

    String too_many_pixels(Object millions);

    String broken_picture();

    String lost();
}
