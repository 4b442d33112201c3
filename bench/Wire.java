import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * One kept connection that speaks as much HTTP/1.1 as a loader needs. It costs the machine a fraction of what Java's own client does, and
 * here the server has to share the processors with it. Not for two threads at once.
 */
final class Wire implements AutoCloseable {

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(URI base) {
        this.port = base.getPort();
    }

    /** {@code location} is a path, empty where none was given; {@code body} is what came over the wire, small as browsers ask for it. */
    record Reply(int status, String location, byte[] body, boolean gzip) {
        String text() throws IOException {
            if (!gzip) {
                return new String(body, StandardCharsets.UTF_8);
            }
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 14)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** What somebody's phone sends along. */
    static String headers(Factory.Learner learner, String csrf) {
        return "Cookie: session=" + learner.session() + (csrf.isEmpty() ? "" : "; csrf-token=" + csrf + "\r\nX-CSRF-TOKEN: " + csrf)
                + "\r\nAccept-Language: zh-CN\r\nWriter: " + learner.account();
    }

    Reply get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Encoding: gzip\r\n" + headers + "\r\n\r\n");
    }

    Reply post(String path, String headers, String accept, String form) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: " + accept + "\r\n" + headers
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + form);
    }

    private Reply send(String request) throws IOException {
        boolean kept = socket != null;
        if (!kept) {
            connect();
        }
        try {
            return exchange(request);
        } catch (EOFException e) { // a kept connection that the server has closed meanwhile
            close();
            if (!kept) {
                throw e;
            }
            connect();
            return exchange(request);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private Reply exchange(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String status = line(true);
        String location = "";
        int length = 0;
        boolean chunked = false;
        boolean closing = false;
        boolean gzip = false;
        for (String header = line(false); !header.isEmpty(); header = line(false)) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closing = value.equalsIgnoreCase("close");
                case "content-encoding" -> gzip = value.equalsIgnoreCase("gzip");
                case "location" -> location = URI.create(value).getPath();
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : exactly(length);
        if (closing) {
            close();
        }
        return new Reply(Integer.parseInt(status.substring(9, 12)), location, body, gzip);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 15);
        for (int size = Integer.parseInt(line(false), 16); size > 0; size = Integer.parseInt(line(false), 16)) {
            all.writeBytes(exactly(size));
            line(false);
        }
        line(false);
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line(boolean first) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw first && line.isEmpty() ? new EOFException() : new IOException("the answer ends in its headers");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
