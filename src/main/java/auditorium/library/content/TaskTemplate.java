package auditorium.library.content;

import auditorium.platform.Text;

/** A ready-made improvement task: what to do, who, within how many days of the finding, and the evidence that closes it. */
public record TaskTemplate(
        String id, Kind kind, Text title, Text action, OwnerRole owner, int days, Text closesWith, Version version) {

    /** The field's five kinds of action. */
    public enum Kind {
        CONTAINMENT,
        CORRECTION,
        CORRECTIVE,
        PREVENTIVE,
        TRAINING
    }
}
