package auditorium.improvement;

import auditorium.platform.CurrentLanguage;
import auditorium.platform.Ids;
import auditorium.platform.Refusal;
import auditorium.platform.Settings;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that people attach: judged by their first bytes, not by their names; pictures are made anew without what phones hide in them. */
@ApplicationScoped
class Uploads implements PanacheRepositoryBase<Attachment, UUID> {

    private static final int LONGEST_NAME = 120;

    private final EntityManager entities;
    private final Settings settings;
    private final CurrentLanguage language;

    Uploads(EntityManager entities, Settings settings, CurrentLanguage language) {
        this.entities = entities;
        this.settings = settings;
        this.language = language;
    }

    /** Keeps a file with a step of a task; refuses, in words, what it can't keep. */
    void keep(UUID client, UUID step, FileUpload file, Instant at) {
        if (file.size() > settings.uploads().largest()) {
            throw new Refusal(413, words().too_large(settings.uploads().largest() >> 20));
        }
        byte[] given = read(file.uploadedFile());
        FileKind kind = FileKind.of(given).orElseThrow(() -> new Refusal(415, words().wrong_kind()));
        byte[] bytes = kind.cleaned(given).orElseThrow(() -> new Refusal(422, words().broken_picture()));
        byte[] hash = sha256(bytes);
        entities.createNativeQuery(
                        "insert into file_content (client_id, sha256, bytes) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, client)
                .setParameter(2, hash)
                .setParameter(3, bytes)
                .executeUpdate();
        persist(new Attachment(
                Ids.next(), step, hash, kind.mediaType(), safeName(file.fileName(), kind), bytes.length, at));
    }

    List<Attachment> of(UUID task) {
        return list("step in (select s.id from TaskStep s where s.task = ?1) order by addedAt, id", task);
    }

    Optional<byte[]> bytes(UUID client, Attachment attachment) {
        List<?> found = entities.createNativeQuery(
                        "select bytes from file_content where client_id = ?1 and sha256 = ?2", byte[].class)
                .setParameter(1, client)
                .setParameter(2, attachment.sha256())
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((byte[]) found.get(0));
    }

    private ImprovementMessages words() {
        return MessageBundles.get(
                ImprovementMessages.class, Localized.Literal.of(language.lang().code()));
    }

    /** A name that is safe in a header and on every disk; what it was is not worth a risk. */
    static String safeName(String given, FileKind kind) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ' ')
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .strip();
        return (clean.isBlank() ? "file" : clean) + kind.ending();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
