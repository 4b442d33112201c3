package auditorium;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server in a process of its own that checks signatures and keeps everything in memory, with one empty bucket. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "auditorium";
    public static final String KEY = "AKIATESTTESTTEST";
    public static final String SECRET = "not-a-secret-but-long-enough";

    private static final Path JAR = Path.of("target", "s3proxy.jar");

    private final Process process;
    private final String endpoint;

    private S3Server(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    public static S3Server start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + port;
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "s3proxy.endpoint", endpoint,
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", KEY,
                "s3proxy.credential", SECRET,
                "jclouds.provider", "transient-nio2",
                "jclouds.identity", "nobody",
                "jclouds.credential", "nothing"));
        Path file = Files.createTempFile(Path.of("target"), "s3-", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-DLOG_LEVEL=warn",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3-server.log").toFile())
                .start();
        S3Server server = new S3Server(process, endpoint);
        server.await(port);
        try (S3Client s3 = server.client()) {
            s3.createBucket(b -> b.bucket(BUCKET));
        }
        return server;
    }

    private void await(int port) throws IOException, InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException("no S3 server: " + Files.readString(Path.of("target", "s3-server.log")));
    }

    public String endpoint() {
        return endpoint;
    }

    /** What an operator sets for it. */
    public Map<String, String> environment() {
        return new LinkedHashMap<>(Map.of(
                "AUDITORIUM_STORE_ENDPOINT", endpoint,
                "AUDITORIUM_STORE_BUCKET", BUCKET,
                "AUDITORIUM_STORE_ACCESS_KEY", KEY,
                "AUDITORIUM_STORE_SECRET_KEY", SECRET));
    }

    /** Past our own code: what is really there. */
    public S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .build();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
