package auditorium;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the application and its database, which can be cut right after the database has said that it has committed. */
final class Wire implements AutoCloseable {

    /** How PostgreSQL ends a commit. */
    private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean armed;

    Wire(int database) throws IOException {
        this.database = database;
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket from = door.accept();
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), database());
                    open.add(from);
                    open.add(to);
                    Thread.ofVirtual().start(() -> carry(from, to, false));
                    Thread.ofVirtual().start(() -> carry(to, from, true));
                }
            } catch (IOException closed) {
                armed = false;
            }
        });
    }

    private int database() {
        return database;
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next commit is done, and nobody hears of it. */
    void cutAfterCommit() {
        armed = true;
    }

    /** Whether the wire has been cut since. */
    boolean wasCut() {
        return !armed;
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(buffer);
            while (read >= 0) {
                if (answers && armed && says(buffer, read)) {
                    armed = false;
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                read = in.read(buffer);
            }
        } catch (IOException closed) {
            open.remove(from);
        } finally {
            open.remove(to);
        }
    }

    private static boolean says(byte[] buffer, int length) {
        for (int i = 0; i + COMMITTED.length <= length; i++) {
            if (Arrays.equals(buffer, i, i + COMMITTED.length, COMMITTED, 0, COMMITTED.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
