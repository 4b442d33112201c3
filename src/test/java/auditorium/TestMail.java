package auditorium;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** A mail server that takes what the application sends, and the way to read what arrived. */
public class TestMail implements QuarkusTestResourceLifecycleManager {

    private @Nullable GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        return Map.of(
                "auditorium.mail.host", "127.0.0.1",
                "auditorium.mail.port", Integer.toString(server.getSmtp().getPort()),
                "auditorium.mail.start-tls", "DISABLED",
                "auditorium.mail.from", "records@auditorium.example",
                "quarkus.mailer.mock", "false",
                "test.mail.imap", Integer.toString(server.getImap().getPort()));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** A mail that arrived. */
    public record Arrived(String subject, String text) {}

    /** What an address has got so far. The mail server makes a mailbox for whoever gets mail. */
    public static List<Arrived> of(String address) {
        try {
            Session session = Session.getInstance(new Properties());
            List<Arrived> arrived = new ArrayList<>();
            try (Store store = session.getStore("imap")) {
                store.connect(
                        "127.0.0.1",
                        ConfigProvider.getConfig().getValue("test.mail.imap", Integer.class),
                        address,
                        address);
                Folder inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                for (Message m : inbox.getMessages()) {
                    arrived.add(new Arrived(m.getSubject(), String.valueOf(m.getContent())));
                }
            }
            return arrived;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
