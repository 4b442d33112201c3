package auditorium.commands;

import auditorium.exchange.ExportFormat;
import auditorium.exchange.ItemReport;
import auditorium.exchange.QuizFormat;
import auditorium.platform.Lang;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of the command line, in and out. */
final class Words {

    private Words() {}

    /** {@code lossy⇥seal-number⇥only zh}. */
    static String line(ItemReport report) {
        String line = report.status().word() + "\t" + report.where();
        return report.reason().isEmpty() ? line : line + "\t" + report.reason();
    }

    /** A format to import. */
    static final class Format implements ITypeConverter<QuizFormat> {
        @Override
        public QuizFormat convert(String word) {
            return one(QuizFormat.values(), word);
        }
    }

    /** A format to export. */
    static final class Target implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String word) {
            return one(ExportFormat.values(), word);
        }
    }

    /** One of the two languages. */
    static final class Language implements ITypeConverter<Lang> {
        @Override
        public Lang convert(String word) {
            return switch (word) {
                case "zh" -> Lang.ZH;
                case "en" -> Lang.EN;
                default -> throw new TypeConversionException("“" + word + "” is neither zh nor en");
            };
        }
    }

    private static <E> E one(E[] all, String word) {
        return Arrays.stream(all)
                .filter(e -> e.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("“" + word + "” is none of " + Arrays.toString(all)));
    }
}
