package auditorium.library.content;

/** How a requirement is checked. */
public enum Method {
    DOCUMENT,
    INTERVIEW,
    SITE
}
