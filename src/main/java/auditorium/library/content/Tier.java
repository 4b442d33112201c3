package auditorium.library.content;

/** Whether a requirement belongs to every audit's core or to the extended list. */
public enum Tier {
    CORE,
    EXTENDED
}
