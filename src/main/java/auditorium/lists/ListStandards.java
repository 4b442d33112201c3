package auditorium.lists;

import auditorium.clients.OwnStandards;
import auditorium.library.Library;
import auditorium.library.content.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Offers a client's lists where the standard of its next audit is chosen. */
@ApplicationScoped
class ListStandards implements OwnStandards {

    private final ClientLibrary own;
    private final Library library;

    ListStandards(ClientLibrary own, Library library) {
        this.own = own;
        this.library = library;
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Standard standard : own.catalogue().standards()) {
            if (library.catalogue().standard(standard.id()).isEmpty()) {
                titles.put(standard.id(), standard.title().zh());
            }
        }
        return titles;
    }
}
