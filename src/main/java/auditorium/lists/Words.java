package auditorium.lists;

import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The words of this package in the language of the request, and what arrives in its forms. */
@ApplicationScoped
class Words {

    private final CurrentLanguage language;

    Words(CurrentLanguage language) {
        this.language = language;
    }

    Lang lang() {
        return language.lang();
    }

    BuyerMessages buyer() {
        return MessageBundles.get(BuyerMessages.class, Localized.Literal.of(lang().code()));
    }

    /** One line without control characters and blanks around it, not longer than {@code longest} characters. */
    static String text(@Nullable String typed, int longest) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\u3000]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    /** A page's number as it stands in an address, from 1; whatever else stands there is 1. */
    static int page(@Nullable String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
    }
}
