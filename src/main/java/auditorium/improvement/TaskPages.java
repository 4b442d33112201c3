package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Reader;
import auditorium.access.Rights;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.Verification;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Lang;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** One's own tasks, and one task: doing it, showing that it is done, and somebody else's look at it. */
@Path("/c/{client}/tasks")
@Produces(MediaType.TEXT_HTML)
class TaskPages {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST_NOTE = 4000;

    private final Tasks tasks;
    private final TaskSteps steps;
    private final Attachments attachments;
    private final Improvement improvement;
    private final Rights rights;
    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    TaskPages(
            Tasks tasks,
            TaskSteps steps,
            Attachments attachments,
            Improvement improvement,
            Rights rights,
            CurrentReader reader,
            CurrentLanguage language,
            Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.attachments = attachments;
        this.improvement = improvement;
        this.rights = rights;
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    /** A task as its page shows it, with what this reader can do now. */
    record TaskView(
            TaskCard card,
            UUID finding,
            String findingLabel,
            String fact,
            String action,
            String closesWith,
            List<StepView> history,
            boolean canReport,
            boolean canVerify,
            String objection,
            boolean manager,
            UUID formId) {}

    /** A step with its photos and files. */
    record StepView(String kind, String note, String by, String at, List<FileView> files) {}

    /** A photo or file. */
    record FileView(UUID id, String name, boolean picture, int kilobytes) {}

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance tasks(UUID client, List<TaskCard> tasks);

        static native TemplateInstance task(UUID client, TaskView task);
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance mine(UUID client) {
        LocalDate today = today(client);
        Lang lang = language.lang();
        List<TaskCard> due = reader.at(client)
                .person()
                .map(p -> tasks.dueOf(p).stream()
                        .map(t -> TaskCard.of(t, lang, today))
                        .toList())
                .orElse(List.of());
        return Templates.tasks(client, due);
    }

    @GET
    @Path("{task}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance task(UUID client, UUID task) {
        Task found = visible(client, task);
        Reader.Seat seat = reader.at(client);
        Lang lang = language.lang();
        ZoneId zone = seat.zone();
        List<Attachment> files = attachments.of(task);
        List<StepView> history = steps.of(task).stream()
                .map(s -> new StepView(
                        s.kind().name(),
                        s.note(),
                        s.madeByName(),
                        WHEN.format(s.madeAt().atZone(zone)),
                        files.stream()
                                .filter(f -> f.step().equals(s.id()))
                                .map(f -> new FileView(
                                        f.id(),
                                        f.file().name(),
                                        f.file().picture(),
                                        (f.file().size() + 1023) / 1024))
                                .toList()))
                .toList();
        boolean toVerify = found.state() == TaskState.DONE && manages(seat, found);
        String objection = toVerify
                ? improvement
                        .objection(found, reader.get(), seat)
                        .map(Enum::name)
                        .orElse("")
                : "";
        return Templates.task(
                client,
                new TaskView(
                        TaskCard.of(found, lang, today(client)),
                        found.finding().id(),
                        found.finding().label(),
                        found.finding().fact(),
                        found.action().in(lang),
                        found.closesWith().in(lang),
                        history,
                        found.state().after(TaskState.Step.REPORTED).isPresent() && works(seat, found),
                        toVerify && objection.isEmpty(),
                        objection,
                        seat.role().sees(),
                        Ids.next()));
    }

    /** “It is done”, with a note and photos. */
    @POST
    @Path("{task}/reports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response report(
            UUID client,
            UUID task,
            @RestForm @Nullable String note,
            @RestForm @Nullable UUID id,
            @RestForm("file") List<FileUpload> files) {
        Task found = visible(client, task);
        if (!works(reader.at(client), found)) {
            throw new NotFoundException();
        }
        boolean anything = files.stream().anyMatch(f -> f.size() > 0);
        String words = text(note);
        if (words.isEmpty() && !anything) {
            throw new Refusal(400, words().report_needs_something());
        }
        if (!improvement.report(id == null ? Ids.next() : id, found, reader.get(), words, files, clock.instant())) {
            throw new Refusal(409, words().not_in_this_state());
        }
        return back(client, task);
    }

    /** “I have looked, and it is so.” */
    @POST
    @Path("{task}/verification")
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response verify(
            UUID client, UUID task, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Task found = managed(client, task);
        improvement.objection(found, reader.get(), reader.at(client)).ifPresent(o -> {
            throw new Refusal(
                    403, o == Verification.Objection.OWN_WORK ? words().own_work() : words().own_department());
        });
        if (!improvement.verify(id == null ? Ids.next() : id, found, reader.get(), text(note), clock.instant())) {
            throw new Refusal(409, words().not_in_this_state());
        }
        return back(client, task);
    }

    /** “It is not so yet.” */
    @POST
    @Path("{task}/reopening")
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response reopen(
            UUID client, UUID task, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Task found = managed(client, task);
        if (text(note).isEmpty()) {
            throw new Refusal(400, words().reopening_needs_reason());
        }
        if (!improvement.reopen(id == null ? Ids.next() : id, found, reader.get(), text(note), clock.instant())) {
            throw new Refusal(409, words().not_in_this_state());
        }
        return back(client, task);
    }

    /** Those who own it or reach its department see it; for all others there is no such task. */
    private Task visible(UUID client, UUID id) {
        Task task = tasks.whole(id).orElseThrow(NotFoundException::new);
        Reader.Seat seat = reader.at(client);
        if (!works(seat, task) && !manages(seat, task)) {
            throw new NotFoundException();
        }
        return task;
    }

    private Task managed(UUID client, UUID id) {
        Task task = tasks.whole(id).orElseThrow(NotFoundException::new);
        if (!manages(reader.at(client), task)) {
            throw new NotFoundException();
        }
        return task;
    }

    private static boolean works(Reader.Seat seat, Task task) {
        return seat.person().map(p -> p.equals(task.owner().id())).orElse(false);
    }

    private boolean manages(Reader.Seat seat, Task task) {
        return seat.role().sees()
                && rights.reach(seat)
                        .map(own -> own.equals(task.finding().department())
                                || own.equals(task.owner().department().id()))
                        .orElse(true);
    }

    private ImprovementMessages words() {
        return MessageBundles.get(
                ImprovementMessages.class, Localized.Literal.of(language.lang().code()));
    }

    private LocalDate today(UUID client) {
        return LocalDate.now(clock.withZone(reader.at(client).zone()));
    }

    private static String text(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text;
    }

    private static Response back(UUID client, UUID task) {
        return Response.seeOther(URI.create("/c/" + client + "/tasks/" + task)).build();
    }
}
