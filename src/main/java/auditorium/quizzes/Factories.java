package auditorium.quizzes;

import auditorium.platform.ClientScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The factories that a statistic is about. Each is read as if it were the only one; what is added up has no names. */
sealed interface Factories {

    /** What the report says of each factory, one after the other. */
    <T> List<T> read(Function<UUID, List<T>> report);

    int count();

    /** The factory of the request, in the request's own transaction. */
    record One(UUID client) implements Factories {
        @Override
        public <T> List<T> read(Function<UUID, List<T>> report) {
            return report.apply(client);
        }

        @Override
        public int count() {
            return 1;
        }
    }

    /** Several factories, each in a scope and a transaction of its own: the caller must hold none. */
    record Several(List<UUID> clients, ClientScope scope) implements Factories {
        @Override
        public <T> List<T> read(Function<UUID, List<T>> report) {
            List<T> all = new ArrayList<>();
            clients.forEach(client -> all.addAll(scope.inside(client, () -> report.apply(client))));
            return all;
        }

        @Override
        public int count() {
            return clients.size();
        }
    }
}
