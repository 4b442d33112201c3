package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.access.Rights;
import auditorium.clients.People;
import auditorium.clients.Person;
import auditorium.improvement.domain.TaskState;
import auditorium.improvement.domain.TrainingProof;
import auditorium.improvement.domain.Verification;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** One's own tasks, and one task: doing it, showing that it is done, and somebody else's look at it. */
@Path("/c/{client}/tasks")
@Produces(MediaType.TEXT_HTML)
class TaskPages {

    private final MyWork work;
    private final Remarks remarks;
    private final TaskSheet sheet;
    private final TaskReach reach;
    private final Improvement improvement;
    private final People people;
    private final Typed typed;
    private final CurrentReader reader;
    private final Clock clock;

    TaskPages(
            MyWork work,
            Remarks remarks,
            TaskSheet sheet,
            TaskReach reach,
            Improvement improvement,
            People people,
            Typed typed,
            CurrentReader reader,
            Clock clock) {
        this.work = work;
        this.remarks = remarks;
        this.sheet = sheet;
        this.reach = reach;
        this.improvement = improvement;
        this.people = people;
        this.typed = typed;
        this.reader = reader;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "improvement")
    static class Templates {
        private Templates() {}

        static native TemplateInstance tasks(UUID client, MyWork.Mine mine);

        static native TemplateInstance task(UUID client, TaskSheet.TaskView task, Draft draft);
    }

    /** What was typed and could not be taken yet, and why: {@code form} says in which form. */
    record Draft(String form, String problem, String note, String without) {
        static final Draft NONE = new Draft("", "", "", "");
    }

    @GET
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance mine(UUID client) {
        return Templates.tasks(client, work.of(client));
    }

    @GET
    @Path("{task}")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public TemplateInstance task(UUID client, UUID task) {
        Task found = reach.seen(client, task);
        remarks.seen(client, task, reader.get().account(), clock.instant());
        return Templates.task(client, sheet.of(client, found), Draft.NONE);
    }

    private Response again(UUID client, Task task, Draft draft) {
        return Response.status(422)
                .entity(Templates.task(client, sheet.of(client, task), draft))
                .build();
    }

    /** “I have begun”, with photos of how it was before. */
    @POST
    @Path("{task}/start")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response start(
            UUID client, UUID task, @RestForm @Nullable UUID id, @RestForm("file") List<FileUpload> files) {
        return done(client, task, improvement.start(reach.worked(client, task), files, act(client, id)));
    }

    /** “It is done”, with a note and photos or files, or with the reason why there are none. */
    @POST
    @Path("{task}/reports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response report(
            UUID client,
            UUID task,
            @RestForm @Nullable String note,
            @RestForm @Nullable String without,
            @RestForm @Nullable UUID id,
            @RestForm("file") List<FileUpload> files) {
        Task found = reach.worked(client, task);
        boolean anything = files.stream().anyMatch(f -> f.size() > 0);
        String words = Typed.text(note);
        String reason = Typed.text(without);
        if (found.state().toDo()
                && !anything
                && reason.isEmpty()
                && sheet.proof(client, found).isEmpty()) {
            return again(client, found, new Draft("report", typed.words().report_needs_proof(), words, ""));
        }
        return done(client, task, improvement.report(found, words, anything ? "" : reason, files, act(client, id)));
    }

    /** “I have looked, and it is so.” */
    @POST
    @Path("{task}/verification")
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response verify(
            UUID client,
            UUID task,
            @FormParam("note") @Nullable String note,
            @FormParam("accept") @Nullable String accept,
            @FormParam("id") @Nullable UUID id) {
        Task found = reach.managed(client, task);
        requireNoObjection(client, found);
        if (found.state() == TaskState.DONE) {
            if (!sheet.withoutFile(found).isEmpty() && accept == null) {
                return again(client, found, new Draft("verify", typed.words().accept_missing(), Typed.text(note), ""));
            }
            Optional<TrainingProof> unproven =
                    sheet.proof(client, found).filter(p -> p.missing().isPresent());
            if (unproven.isPresent()) {
                return again(client, found, new Draft("verify", unproven(unproven.get()), Typed.text(note), ""));
            }
        }
        return done(client, task, improvement.verify(found, Typed.text(note), act(client, id)));
    }

    private String unproven(TrainingProof p) {
        return p.missing().filter(m -> m == TrainingProof.Missing.PEOPLE).isPresent()
                ? typed.words().training_people(p.requizzed(), p.people(), TrainingProof.REACH)
                : typed.words().training_knowledge(p.known(), TrainingProof.KNOWN);
    }

    /** “It is not so yet.” */
    @POST
    @Path("{task}/reopening")
    @Transactional
    @PermissionsAllowed(Rights.VERIFY)
    public Response reopen(
            UUID client, UUID task, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Task found = reach.managed(client, task);
        if (Typed.text(note).isEmpty()) {
            return again(client, found, new Draft("verify", typed.words().reopening_needs_reason(), "", ""));
        }
        return done(client, task, improvement.reopen(found, Typed.text(note), act(client, id)));
    }

    /** “It need not be done.” For zero tolerance the department concerned can't say so. */
    @POST
    @Path("{task}/cancellation")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response cancel(
            UUID client, UUID task, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Task found = reach.managed(client, task);
        if (Typed.text(note).isEmpty()) {
            return again(client, found, new Draft("change", typed.words().cancelling_needs_reason(), "", ""));
        }
        requireNoObjection(client, found);
        return done(client, task, improvement.cancel(found, Typed.text(note), act(client, id)));
    }

    /** Another day, another owner, or both, with the reason. */
    @POST
    @Path("{task}/changes")
    @Transactional
    @PermissionsAllowed(Rights.ANSWER)
    public Response change(
            UUID client,
            UUID task,
            @FormParam("due") @Nullable String due,
            @FormParam("owner") @Nullable UUID owner,
            @FormParam("note") @Nullable String note) {
        Task found = reach.managed(client, task);
        String reason = Typed.text(note);
        LocalDate to = typed.date(due).orElse(found.dueOn());
        Person next = owner == null
                ? found.owner()
                : people.withDepartment(owner)
                        .filter(p -> p.leftOn().isEmpty())
                        .orElseThrow(() -> new Refusal(400, typed.words().owner_missing()));
        boolean moved = !to.equals(found.dueOn());
        boolean handed = !next.id().equals(found.owner().id());
        if (moved && to.isBefore(typed.today(client))) {
            return again(client, found, new Draft("change", typed.words().due_in_the_past(), reason, ""));
        }
        if ((moved || handed) && reason.isEmpty()) {
            return again(client, found, new Draft("change", typed.words().change_needs_reason(), "", ""));
        }
        boolean all = (!moved || improvement.move(found, to, reason, act(client, null)))
                && (!handed || improvement.handOver(found, next, reason, act(client, null)));
        return done(client, task, all);
    }

    /** Says something about the task, perhaps to somebody. */
    @POST
    @Path("{task}/remarks")
    @Transactional
    @PermissionsAllowed(Rights.LEARN)
    public Response remark(
            UUID client, UUID task, @FormParam("note") @Nullable String note, @FormParam("id") @Nullable UUID id) {
        Task found = reach.seen(client, task);
        if (Typed.text(note).isEmpty()) {
            return again(client, found, new Draft("remark", typed.words().remark_empty(), "", ""));
        }
        remarks.add(client, found, Typed.text(note), act(client, id));
        return done(client, task, true);
    }

    private void requireNoObjection(UUID client, Task task) {
        Optional<Verification.Objection> objection = improvement.objection(task, reader.get(), reader.at(client));
        objection
                .filter(o -> task.state() == TaskState.DONE || o == Verification.Objection.OWN_DEPARTMENT)
                .ifPresent(o -> {
                    throw new Refusal(
                            403,
                            o == Verification.Objection.OWN_WORK
                                    ? typed.words().own_work()
                                    : typed.words().own_department());
                });
    }

    private Improvement.Act act(UUID client, @Nullable UUID id) {
        return new Improvement.Act(
                id == null ? Ids.next() : id, reader.get(), reader.at(client).zone(), clock.instant());
    }

    private Response done(UUID client, UUID task, boolean taken) {
        if (!taken) {
            throw new Refusal(409, typed.words().not_in_this_state());
        }
        return Response.seeOther(URI.create("/c/" + client + "/tasks/" + task)).build();
    }
}
