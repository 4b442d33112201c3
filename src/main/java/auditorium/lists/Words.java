package auditorium.lists;

import auditorium.platform.CurrentLanguage;
import auditorium.platform.Lang;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;

/** The words of this package in the language of the request. */
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
}
