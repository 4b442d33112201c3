package auditorium.evidence;

/** What a piece of evidence is. */
public enum Sort {
    /** A licence, a permit, a certificate that somebody else issued. */
    PERMIT,
    /** A report of a measurement, a test, an inspection. */
    REPORT,
    /** A record kept while the work is done: a log, a list with signatures, a drill. */
    RECORD,
    /** A policy, a procedure, a plan, an appointment. */
    DOCUMENT,
    /** A photo of how things are. */
    PHOTO
}
