package auditorium.platform.print;

import io.quarkus.qute.i18n.MessageBundle;

/** Words around every printed document. The texts stand in {@code messages/print_zh.properties} and {@code print_en.properties}. */
@MessageBundle("print")
public interface PrintMessages {

    /** A value of CSS {@code content}: words in quotation marks and the counters between them. */
    String page_of();
}
