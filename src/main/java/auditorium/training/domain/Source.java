package auditorium.training.domain;

/** Where an achievement comes from: what its source id names. */
public enum Source {
    /** Somebody passed the lesson's quiz alone; the attempt. */
    SELF,
    /** A training session in a room; the session. */
    SESSION,
    /** A toolbox talk on the line, one phone for all; the talk. */
    LINE,
    /** A record from before or elsewhere; the import. */
    IMPORTED
}
