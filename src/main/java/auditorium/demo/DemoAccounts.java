package auditorium.demo;

import auditorium.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom one can be in demo mode. Demo mode needs the embedded database and a loopback address, unless it is asked for. */
@ApplicationScoped
public class DemoAccounts {

    /** The main factory's code. */
    public static final String FACTORY = "DEMO";

    static final String NEIGHBOUR = "YUAN";
    /** A packer's number. */
    public static final String WORKER = "A0317";
    /** Everybody's PIN. */
    public static final String PIN = "246810";
    /** Everybody's password. */
    public static final String PASSWORD = "auditorium-demo";

    private final Settings settings;
    private final String host;

    DemoAccounts(Settings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.settings = settings;
        this.host = host;
    }

    /** Whether this server shows itself with invented factories. */
    public boolean on() {
        return switch (settings.demo()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                settings.embedded() && ("127.0.0.1".equals(host) || "localhost".equals(host) || "::1".equals(host));
        };
    }

    /** What the start prints: how to sign in as each of them. */
    public List<String> lines() {
        if (!on()) {
            return List.of();
        }
        return List.of(
                "",
                "Demo factory 示范工厂: sign in as",
                "  worker       工人        factory code " + FACTORY + ", number " + WORKER + ", PIN " + PIN,
                "  manager      工厂经理    name manager,    password " + PASSWORD,
                "  EHS manager  安环经理    name ehs,        password " + PASSWORD,
                "  consultant   顾问        name consultant, password " + PASSWORD,
                "  administrator 管理员     name admin,      password " + PASSWORD);
    }
}
