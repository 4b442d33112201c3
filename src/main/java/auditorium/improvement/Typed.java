package auditorium.improvement;

import auditorium.access.CurrentReader;
import auditorium.platform.CurrentLanguage;
import auditorium.platform.Refusal;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people type into forms of improvement, read in their factory's day and refused in their language. */
@ApplicationScoped
class Typed {

    static final int LONGEST_TEXT = 4000;

    private final CurrentReader reader;
    private final CurrentLanguage language;
    private final Clock clock;

    Typed(CurrentReader reader, CurrentLanguage language, Clock clock) {
        this.reader = reader;
        this.language = language;
        this.clock = clock;
    }

    ImprovementMessages words() {
        return MessageBundles.get(
                ImprovementMessages.class, Localized.Literal.of(language.lang().code()));
    }

    LocalDate today(UUID client) {
        return LocalDate.now(clock.withZone(reader.at(client).zone()));
    }

    /** Empty when nothing was typed. */
    Optional<LocalDate> date(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException e) {
            throw new Refusal(400, words().no_date(text(value)));
        }
    }

    static String text(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String value) {
        try {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(Enum.valueOf(type, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
