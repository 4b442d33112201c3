package auditorium.readiness;

import auditorium.library.Catalogue;
import auditorium.library.content.Requirement;
import auditorium.library.content.TaskTemplate;
import auditorium.readiness.domain.Result;
import auditorium.readiness.domain.Standing.Reason;
import java.util.List;
import java.util.UUID;

/**
 * What helps a cell, by the fact that decides how it stands: where one tap leads, and about how many days it takes.
 *
 * @param kind which words stand on the link
 * @param link below the client's address
 */
record Remedy(Kind kind, String link, int days) {

    /** What somebody does about it. */
    enum Kind {
        TASK,
        FINDING,
        CHECK,
        EVIDENCE,
        TRAINING
    }

    /** When no task template says how long it takes. */
    private static final int USUAL_DAYS = 14;

    private static final int LOOK_DAYS = 1;
    static final int EVIDENCE_DAYS = 21;
    private static final int TRAINING_DAYS = 7;

    /** {@code files}: whether the reader may file evidence; who may not is led to look at it. */
    static Remedy of(Readiness.Cell cell, List<ClientFacts.Open> findings, Catalogue catalogue, boolean files) {
        UUID department = cell.department().id();
        String requirement = cell.requirement().id();
        Remedy check = new Remedy(Kind.CHECK, "/departments/" + department + "/walk/" + requirement, LOOK_DAYS);
        return switch (cell.standing().reason()) {
            case Reason.Findings f -> finding(findings.getFirst(), days(cell.requirement(), catalogue));
            case Reason.Response r when r.answer().result() == Result.CONFORMS -> check; // too old, or disputed
            case Reason.Response r ->
                findings.isEmpty()
                        ? new Remedy(Kind.CHECK, check.link(), days(cell.requirement(), catalogue))
                        : finding(findings.getFirst(), days(cell.requirement(), catalogue));
            case Reason.Evidence e ->
                files
                        ? new Remedy(
                                Kind.EVIDENCE,
                                "/evidence-filings/new?requirement=" + requirement + "&kind="
                                        + e.evidence().id() + "&department=" + department,
                                EVIDENCE_DAYS)
                        : new Remedy(
                                Kind.CHECK,
                                "/departments/" + department + "/requirements/" + requirement,
                                EVIDENCE_DAYS);
            case Reason.Trained t -> new Remedy(Kind.TRAINING, "/training/due?department=" + department, TRAINING_DAYS);
            case Reason.Known k ->
                new Remedy(
                        Kind.TRAINING,
                        "/departments/" + department + "/requirements/" + requirement + "#learn",
                        TRAINING_DAYS);
            case Reason.NotChecked n -> check;
            case Reason.NotApplicable n -> check;
            case Reason.Unverified u -> check;
        };
    }

    private static Remedy finding(ClientFacts.Open open, int days) {
        return open.task()
                .map(t -> new Remedy(Kind.TASK, "/tasks/" + t, days))
                .orElseGet(() -> new Remedy(Kind.FINDING, "/findings/" + open.id(), days));
    }

    /** How long the requirement's first task template says that it takes. */
    static int days(Requirement requirement, Catalogue catalogue) {
        return requirement.tasks().stream()
                .findFirst()
                .flatMap(catalogue::task)
                .map(TaskTemplate::days)
                .orElse(USUAL_DAYS);
    }
}
