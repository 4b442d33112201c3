package auditorium.library;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the content page and of search. The texts stand in {@code messages/content_zh.properties} and {@code content_en.properties}. */
@MessageBundle("content")
public interface LibraryMessages {

    String content();

    String reload();

    String good();

    String bad();

    String requirements();

    String tasks();

    String laws();

    String standards();

    String lessons();

    String questions();

    String terms();

    String covered();

    String report();

    String numbers(long errors, long warnings, long notes);

    String no_problems();

    String statement();
}
