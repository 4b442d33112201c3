package auditorium.improvement;

import auditorium.files.FileBox;
import auditorium.library.Catalogue;
import auditorium.library.content.TaskTemplate;
import auditorium.lists.ClientLibrary;
import auditorium.platform.Lang;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/** The plan as audit firms want it on paper: one sheet of facts a finding, with pictures from before and after. */
@ApplicationScoped
class CapPaper {

    /** Findings on one paper; more than that is done department by department. */
    static final int MOST = 40;

    private static final int PICTURES_EACH = 2;
    private static final int SIDE = 720;

    private final CapReport report;
    private final Attachments attachments;
    private final FileBox files;
    private final ClientLibrary library;

    CapPaper(CapReport report, Attachments attachments, FileBox files, ClientLibrary library) {
        this.report = report;
        this.attachments = attachments;
        this.files = files;
        this.library = library;
    }

    /** A finding on paper. Tasks stand by what they are for. */
    record FindingPaper(
            String label,
            String requirement,
            String requirementTitle,
            String department,
            String grade,
            String fact,
            String source,
            String openedOn,
            String containment,
            List<String> whys,
            String cause,
            List<TaskPaper> contain,
            List<TaskPaper> correct,
            List<TaskPaper> corrective,
            List<TaskPaper> preventive,
            List<TaskPaper> all,
            List<String> team,
            List<String> before,
            List<String> after,
            String checkOn,
            String verifiedOn,
            List<JudgedPaper> judged) {}

    /** A task on paper. */
    record TaskPaper(
            String kind,
            String title,
            String action,
            String closesWith,
            String owner,
            String due,
            String state,
            String doneOn,
            String doneNote,
            String verifiedOn,
            String verifiedBy,
            String verifiedNote) {}

    /** What somebody saw who looked whether it worked. */
    record JudgedPaper(boolean works, String note, String by, String on) {}

    /** At most {@link #MOST} findings; the rows are those of the plan. */
    List<FindingPaper> findings(UUID client, List<CapReport.Row> rows, Lang lang, ZoneId zone) {
        Map<UUID, List<CapReport.Row>> byFinding = new LinkedHashMap<>();
        rows.forEach(r ->
                byFinding.computeIfAbsent(r.finding(), k -> new ArrayList<>()).add(r));
        List<UUID> ids = List.copyOf(byFinding.keySet());
        List<CapReport.Done> steps = report.steps(client, ids);
        List<CapReport.Photo> photos = report.photos(client, ids);
        List<CapReport.Judged> judged = report.judged(client, ids);
        Catalogue catalogue = library.catalogue();
        List<FindingPaper> papers = new ArrayList<>();
        byFinding.forEach((id, own) -> papers.add(paper(
                client,
                catalogue,
                own,
                steps,
                photos.stream().filter(p -> p.finding().equals(id)).toList(),
                judged.stream().filter(j -> j.finding().equals(id)).toList(),
                lang,
                zone)));
        return papers;
    }

    private FindingPaper paper(
            UUID client,
            Catalogue catalogue,
            List<CapReport.Row> rows,
            List<CapReport.Done> steps,
            List<CapReport.Photo> photos,
            List<CapReport.Judged> judged,
            Lang lang,
            ZoneId zone) {
        CapReport.Row f = rows.get(0);
        List<CapReport.Row> own = rows.stream().filter(r -> r.task() != null).toList();
        return new FindingPaper(
                f.label(),
                f.requirement(),
                catalogue
                        .requirement(f.requirement())
                        .map(r -> r.title().in(lang))
                        .orElse(""),
                f.department(),
                CapSheet.grade(f.grade()).in(lang),
                f.fact(),
                f.source(),
                day(f.openedAt(), zone),
                f.containment(),
                f.whys().lines().filter(w -> !w.isBlank()).toList(),
                CapSheet.cause(catalogue, f.cause(), lang),
                tasks(own, steps, lang, zone, TaskTemplate.Kind.CONTAINMENT),
                tasks(own, steps, lang, zone, TaskTemplate.Kind.CORRECTION),
                tasks(own, steps, lang, zone, TaskTemplate.Kind.CORRECTIVE),
                tasks(own, steps, lang, zone, TaskTemplate.Kind.PREVENTIVE, TaskTemplate.Kind.TRAINING),
                tasks(own, steps, lang, zone, TaskTemplate.Kind.values()),
                own.stream().map(CapReport.Row::ownerName).distinct().toList(),
                pictures(client, photos, true),
                pictures(client, photos, false),
                f.checkOn() == null ? "" : f.checkOn().toString(),
                f.verifiedAt() == null ? "" : day(f.verifiedAt(), zone),
                judged.stream()
                        .map(j -> new JudgedPaper(
                                j.kind().equals(FindingStep.Kind.CONFIRMED.name()),
                                j.note(),
                                j.by(),
                                day(j.at(), zone)))
                        .toList());
    }

    private static List<TaskPaper> tasks(
            List<CapReport.Row> own, List<CapReport.Done> steps, Lang lang, ZoneId zone, TaskTemplate.Kind... kinds) {
        return own.stream()
                .filter(r -> List.of(kinds).contains(TaskTemplate.Kind.valueOf(r.kind())))
                .map(r -> {
                    boolean reported = r.state().equals("DONE") || r.state().equals("VERIFIED");
                    Optional<CapReport.Done> done = reported ? step(steps, r.task(), "REPORTED") : Optional.empty();
                    Optional<CapReport.Done> verified =
                            r.state().equals("VERIFIED") ? step(steps, r.task(), "VERIFIED") : Optional.empty();
                    return new TaskPaper(
                            CapSheet.kind(r.kind()).in(lang),
                            r.title(),
                            r.action(),
                            r.closesWith(),
                            r.ownerName(),
                            String.valueOf(r.due()),
                            CapSheet.state(r.state()).in(lang),
                            done.map(d -> day(d.at(), zone)).orElse(""),
                            done.map(CapReport.Done::note).orElse(""),
                            verified.map(d -> day(d.at(), zone)).orElse(""),
                            verified.map(CapReport.Done::by).orElse(""),
                            verified.map(CapReport.Done::note).orElse(""));
                })
                .toList();
    }

    private static Optional<CapReport.Done> step(
            List<CapReport.Done> steps, @org.jspecify.annotations.Nullable UUID task, String kind) {
        return steps.stream()
                .filter(s -> s.task().equals(task) && s.kind().equals(kind))
                .findFirst();
    }

    private List<String> pictures(UUID client, List<CapReport.Photo> photos, boolean before) {
        return photos.stream()
                .filter(p -> p.before() == before)
                .limit(PICTURES_EACH)
                .flatMap(p -> attachments.findByIdOptional(p.attachment()).stream())
                .flatMap(a -> files.bytes(client, a.file()).stream())
                .map(CapPaper::small)
                .toList();
    }

    /** A JPEG as part of the document, small enough that forty findings fit into one. */
    static String small(byte[] jpeg) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(jpeg));
            double scale = Math.min(1, SIDE / (double) Math.max(whole.getWidth(), whole.getHeight()));
            BufferedImage out = new BufferedImage(
                    (int) Math.max(1, whole.getWidth() * scale),
                    (int) Math.max(1, whole.getHeight() * scale),
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D g = out.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(whole, 0, 0, out.getWidth(), out.getHeight(), null);
            g.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(out, "jpeg", bytes);
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
