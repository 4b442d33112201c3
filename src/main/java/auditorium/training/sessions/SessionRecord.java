package auditorium.training.sessions;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.platform.Lang;
import auditorium.platform.print.Sheets;
import auditorium.training.sessions.domain.Attended;
import auditorium.training.sessions.domain.SessionKind;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record of a closed session, as it is handed to somebody who asks for it: who, when, what, by whom, was it understood. */
@RequestScoped
class SessionRecord {

    /** So many lessons have a column each on paper; more are added up. */
    private static final int MOST_COLUMNS = 4;

    private final SessionReport report;
    private final SessionScores scores;
    private final SessionPhotos photos;
    private final Closing closing;
    private final CurrentReader reader;
    private final SessionWords words;

    SessionRecord(
            SessionReport report,
            SessionScores scores,
            SessionPhotos photos,
            Closing closing,
            CurrentReader reader,
            SessionWords words) {
        this.report = report;
        this.scores = scores;
        this.photos = photos;
        this.closing = closing;
        this.reader = reader;
        this.words = words;
    }

    /** A lesson with the version that was taught. */
    record LessonLine(String code, String title, String version) {}

    /** Somebody on the list. {@code signature} is the path of an SVG of 600 × 200; {@code results} has a text for each column. */
    record Line(
            int place,
            String name,
            String number,
            String department,
            boolean walkIn,
            String attended,
            String how,
            String arrivedAt,
            String leftAt,
            String signature,
            List<String> results,
            boolean passed) {}

    /** A photo of the signed sheet, with its fingerprint. */
    record PhotoLine(String name, String when, String fingerprint) {}

    /** A correction that was added. */
    record Added(String words, String when, String by) {}

    /** All of it. {@code columns} are the heads of the results; {@code tests}: whether anything was asked. */
    record View(
            String id,
            String name,
            String factory,
            String when,
            String room,
            String trainer,
            boolean line,
            List<LessonLine> lessons,
            List<String> columns,
            boolean tests,
            List<Line> lines,
            int present,
            int left,
            int absent,
            int passed,
            String closedAt,
            String closedBy,
            List<PhotoLine> photos,
            List<Added> corrections) {}

    View view(UUID client, TrainingSession session) {
        Reader.Seat seat = reader.at(client);
        ZoneId zone = seat.zone();
        Lang lang = words.lang();
        SessionMessages m = words.messages();
        List<Closing.Taught> taught = closing.taught(session);
        Map<UUID, List<SessionScores.Result>> results = scores.results(client, session.id()).stream()
                .collect(Collectors.groupingBy(SessionScores.Result::person));
        boolean tests = !results.isEmpty();
        boolean each = taught.size() <= MOST_COLUMNS;
        List<SessionReport.Seated> seated = report.outcomes(client, session.id());
        List<Line> lines = new ArrayList<>();
        for (SessionReport.Seated s : seated) {
            List<SessionScores.Result> own = results.getOrDefault(s.person(), List.of());
            lines.add(new Line(
                    lines.size() + 1,
                    s.name(),
                    s.number(),
                    s.departmentName().in(lang),
                    s.walkIn(),
                    attended(s.attended(), m),
                    s.how()
                            .map(h -> switch (h) {
                                case QR -> m.how_qr();
                                case HAND -> m.how_hand();
                                case LINE -> m.how_line();
                            })
                            .orElse(""),
                    s.arrivedAt()
                            .map(at -> SessionWords.clock(at, session.startsAt(), zone))
                            .orElse(""),
                    s.leftAt()
                            .map(at -> SessionWords.clock(at, session.startsAt(), zone))
                            .orElse(""),
                    s.signature().orElse(""),
                    !tests ? List.of() : each ? each(taught, own, m) : List.of(sum(own, m)),
                    own.stream().anyMatch(SessionScores.Result::passed)));
        }
        return new View(
                session.id().toString(),
                m.record() + " "
                        + SessionWords.span(session.startsAt(), session.minutes(), zone)
                                .substring(0, 10),
                seat.clientName().in(lang),
                SessionWords.span(session.startsAt(), session.minutes(), zone),
                session.room(),
                session.trainer(),
                session.kind() == SessionKind.LINE,
                taught.stream()
                        .map(t -> new LessonLine(
                                SessionPages.code(t.lesson()),
                                lang == Lang.EN ? t.en() : t.zh(),
                                t.version().substring(0, 12)))
                        .toList(),
                !tests
                        ? List.of()
                        : each
                                ? taught.stream()
                                        .map(t -> SessionPages.code(t.lesson()))
                                        .toList()
                                : List.of(m.result()),
                tests,
                lines,
                count(seated, Attended.PRESENT),
                count(seated, Attended.LEFT),
                count(seated, Attended.ABSENT),
                Math.toIntExact(lines.stream().filter(Line::passed).count()),
                session.closedAt().map(at -> SessionWords.minute(at, zone)).orElse(""),
                session.closedByName().orElse(""),
                photos.of(client, session.id()).stream()
                        .map(p -> new PhotoLine(p.file().name(), SessionWords.minute(p.at(), zone), p.fingerprint()))
                        .toList(),
                report.corrections(client, session.id()).stream()
                        .map(c -> new Added(c.words(), SessionWords.minute(c.at(), zone), c.byName()))
                        .toList());
    }

    private static int count(List<SessionReport.Seated> seated, Attended attended) {
        return Math.toIntExact(
                seated.stream().filter(s -> s.attended() == attended).count());
    }

    private static String attended(Attended attended, SessionMessages m) {
        return switch (attended) {
            case PRESENT -> m.present();
            case LEFT -> m.left();
            case ABSENT -> m.absent();
        };
    }

    private static List<String> each(List<Closing.Taught> taught, List<SessionScores.Result> own, SessionMessages m) {
        return taught.stream()
                .map(t -> own.stream()
                        .filter(r -> r.lesson().equals(t.lesson()))
                        .findFirst()
                        .map(r -> m.score(r.score()) + " " + (r.passed() ? m.passed() : m.not_passed()))
                        .orElse(""))
                .toList();
    }

    private static String sum(List<SessionScores.Result> own, SessionMessages m) {
        return own.isEmpty()
                ? ""
                : m.passed_of(
                        Math.toIntExact(own.stream()
                                .filter(SessionScores.Result::passed)
                                .count()),
                        own.size());
    }

    /** Two sheets: the people, and what the session was. */
    void write(View it, OutputStream out) throws IOException {
        SessionMessages m = words.messages();
        try (Sheets sheets = new Sheets(out)) {
            List<Sheets.Column> heads = new ArrayList<>(List.of(
                    new Sheets.Column(m.number(), 14),
                    new Sheets.Column(m.name(), 16),
                    new Sheets.Column(m.department(), 18),
                    new Sheets.Column(m.attendance(), 14),
                    new Sheets.Column(m.how(), 14),
                    new Sheets.Column(m.arrived(), 10),
                    new Sheets.Column(m.left(), 10),
                    new Sheets.Column(m.walk_in_word(), 10),
                    new Sheets.Column(m.signature(), 10)));
            it.columns().forEach(c -> heads.add(new Sheets.Column(c, 16)));
            sheets.sheet(m.people(), heads);
            for (Line l : it.lines()) {
                List<Object> cells = new ArrayList<>(List.of(
                        l.number(),
                        l.name(),
                        l.department(),
                        l.attended(),
                        l.how(),
                        l.arrivedAt(),
                        l.leftAt(),
                        l.walkIn() ? "✓" : "",
                        l.signature().isEmpty() ? "" : "✓"));
                cells.addAll(l.results());
                sheets.row(cells.toArray());
            }
            sheets.sheet(m.record(), List.of(new Sheets.Column(m.what(), 24), new Sheets.Column(it.factory(), 60)));
            sheets.row(m.day(), it.when());
            sheets.row(m.room(), it.room());
            sheets.row(m.trainer(), it.trainer());
            it.lessons().forEach(l -> sheets.row(l.code(), l.title() + " · " + l.version()));
            sheets.row(m.closed_word(), it.closedAt() + " " + it.closedBy());
            it.photos().forEach(p -> sheets.row(m.photos(), p.name() + " · " + p.fingerprint()));
            it.corrections().forEach(c -> sheets.row(m.corrections(), c.when() + " " + c.by() + ": " + c.words()));
        }
    }
}
