package auditorium.exchange;

import auditorium.library.content.Question;
import auditorium.library.content.Quiz;
import auditorium.platform.Lang;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A QTI package: a manifest, an item a question, and their pictures. The same quiz gives the same bytes. */
final class QtiExporter implements Exporter {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final QtiDialect dialect;

    QtiExporter(QtiDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<ItemReport> write(Quiz quiz, Lang lang, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<ItemReport> reports = new ArrayList<>();
        List<Question> written = new ArrayList<>();
        for (Question question : quiz.questions()) {
            Losses losses = new Losses();
            try {
                QtiQuestion.check(question);
                entry(zip, item(question));
                XmlOut xml = new XmlOut(zip);
                new QtiQuestion(new QtiOut(xml, dialect, question.points()), dialect, question, lang, losses).write();
                xml.end();
                if (question.picture().isPresent()) {
                    entry(zip, picture(question));
                    zip.write(Drawing.out(question.picture().get().svg()).getBytes(StandardCharsets.UTF_8));
                }
                written.add(question);
                reports.add(ItemReport.taken(question.id(), losses.all()));
            } catch (Refused e) {
                reports.add(ItemReport.refused(question.id(), e.why()));
            }
        }
        entry(zip, "imsmanifest.xml");
        manifest(new XmlOut(zip), quiz, written);
        zip.finish();
        return reports;
    }

    private void manifest(XmlOut xml, Quiz quiz, List<Question> questions) throws IOException {
        xml.open("manifest", "xmlns", dialect.manifestNamespace, "identifier", QtiNames.identifier(quiz.id()));
        xml.open("metadata").element("schema", dialect.schema);
        xml.element("schemaversion", dialect.schemaVersion).close();
        xml.open("organizations").close().open("resources");
        for (Question question : questions) {
            String identifier = QtiNames.identifier(question.id());
            xml.open("resource", "identifier", identifier, "type", dialect.itemType, "href", item(question));
            xml.open("file", "href", item(question)).close();
            if (question.picture().isPresent()) {
                xml.open("file", "href", picture(question)).close();
            }
            xml.close();
        }
        xml.close().close().end();
    }

    private static String item(Question question) {
        return "items/" + question.id() + ".xml";
    }

    private static String picture(Question question) {
        return "images/" + question.id() + ".svg";
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }
}
