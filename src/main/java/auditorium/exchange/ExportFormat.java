package auditorium.exchange;

import java.util.Locale;

/** The formats that quizzes can be exported to. */
public enum ExportFormat {
    GIFT(new GiftExporter()),
    MOODLE_XML(new MoodleExporter()),
    QTI21(new QtiExporter(QtiDialect.V21)),
    QTI30(new QtiExporter(QtiDialect.V30));

    private final Exporter exporter;

    ExportFormat(Exporter exporter) {
        this.exporter = exporter;
    }

    public Exporter exporter() {
        return exporter;
    }

    /** As it stands on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
