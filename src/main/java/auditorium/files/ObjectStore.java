package auditorium.files;

import auditorium.platform.StoreAway;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store of bytes by key outside the database. All its methods throw {@link StoreAway} when it does not answer in time or refuses, and
 * none waits longer than half a minute.
 */
interface ObjectStore extends AutoCloseable {

    /** What is there under a key, without its bytes. */
    record Listed(String key, Instant changedAt) {}

    /** Keeps the bytes; doing so again with the same bytes changes nothing. */
    void put(String key, byte[] bytes);

    /** Empty when there is nothing under the key. */
    Optional<byte[]> get(String key);

    /** Nothing is under the key from now on, whether there was something or not. */
    void delete(String key);

    /** Shows everything whose key begins so, in no order that means anything. */
    void list(String prefix, Consumer<Listed> each);

    /** Answers when the store can be reached and lets us into the bucket. */
    void ask();

    @Override
    void close();
}
