package auditorium.library;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the content page and of search. The texts stand in {@code messages/content_zh.properties} and {@code content_en.properties}. */
@MessageBundle("content")
public interface LibraryMessages {

    @Message
    String content();

    @Message
    String reload();

    @Message
    String good();

    @Message
    String bad();

    @Message
    String requirements();

    @Message
    String tasks();

    @Message
    String laws();

    @Message
    String standards();

    @Message
    String lessons();

    @Message
    String questions();

    @Message
    String terms();

    @Message
    String covered();

    @Message
    String report();

    @Message
    String numbers(long errors, long warnings, long notes);

    @Message
    String no_problems();

    @Message
    String statement();
}
