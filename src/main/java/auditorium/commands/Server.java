package auditorium.commands;

import auditorium.demo.DemoAccounts;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running server: says where it is and, in demo mode, whom one can be. */
public class Server implements QuarkusApplication {

    private final DemoAccounts demo;
    private final String host;
    private final int port;

    Server(
            DemoAccounts demo,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.demo = demo;
        this.host = host;
        this.port = port;
    }

    @Override
    public int run(String... args) {
        System.out.printf("%n  Auditorium 验厂学堂   http://%s:%d/%n", "0.0.0.0".equals(host) ? "localhost" : host, port);
        demo.lines().forEach(line -> System.out.println("  " + line));
        System.out.println();
        Quarkus.waitForExit();
        return 0;
    }
}
