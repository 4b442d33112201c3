package auditorium.library.content;

/**
 * Which wording somebody saw: the SHA-256 of the canonical form, and that form. The form is stored in the database the first
 * time its hash is used, so an old record can always be shown with the very text it is about.
 */
public record Version(String hash, String body) {}
