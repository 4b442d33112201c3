package auditorium.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator may set; each name is also an environment variable ({@code AUDITORIUM_CONTENT} and so on). */
@ConfigMapping(prefix = "auditorium")
public interface Settings {

    /** The folder that holds {@code courses}, {@code quizzes} and {@code checklists}. */
    @WithDefault(".")
    Path content();

    /** Whether each request looks for changed content first; by default only in development. */
    Optional<Boolean> watch();

    /** Whether to make the demo factories in an empty database: {@code auto}, {@code true} or {@code false}. */
    @WithDefault("auto")
    String demo();

    /** Set by the start itself when it runs the embedded database. */
    @WithDefault("false")
    boolean embedded();

    Sessions sessions();

    SignIn signIn();

    Uploads uploads();

    Store store();

    Mail mail();

    Lessons lessons();

    /** How lessons are read. */
    interface Lessons {
        /** How much of the least reading time a lesson asks for: 1 is all of it, 0 lets a lesson count once all cards were in view. */
        @WithDefault("1")
        double dwell();
    }

    /** How long a sign-in lasts. */
    interface Sessions {
        /** A shared phone: without a touch for this long, the person is signed out. */
        @WithDefault("PT10M")
        Duration sharedIdle();

        @WithDefault("PT12H")
        Duration sharedLongest();

        /** A phone or computer of one's own. */
        @WithDefault("P7D")
        Duration ownIdle();

        @WithDefault("P30D")
        Duration ownLongest();
    }

    /** How many wrong guesses are borne. Counted per person and device, never per factory. */
    interface SignIn {
        @WithDefault("5")
        int failures();

        @WithDefault("PT15M")
        Duration window();

        /** Failures from one address, on devices that nobody has signed in on before. */
        @WithDefault("300")
        int failuresPerAddress();

        /** How long a start code can be used. */
        @WithDefault("P30D")
        Duration startCodesLast();
    }

    /** What may be attached. */
    interface Uploads {
        @WithDefault("20971520")
        long largest();

        /** How much the files of one client factory may take together, in bytes. */
        @WithDefault("10737418240")
        long perClient();

        /** Host and port of a ClamAV daemon that is asked about each file; nobody is asked while there is none. */
        Optional<String> scanner();
    }

    /** A store for files that speaks S3; without one they are in the database. What they mean together: {@code files.StoreSettings}. */
    interface Store {
        Optional<String> endpoint();

        Optional<String> bucket();

        Optional<String> region();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** {@code true} or {@code false}. */
        Optional<String> pathStyle();

        Optional<String> prefix();
    }

    /** The mail server; nothing is sent until one is named. */
    interface Mail {
        Optional<String> host();

        @WithDefault("587")
        int port();

        /** {@code REQUIRED}, {@code OPTIONAL} or {@code DISABLED}. */
        @WithDefault("REQUIRED")
        String startTls();

        /** TLS from the first byte on, as on port 465. */
        @WithDefault("false")
        boolean tls();

        @WithDefault("auditorium@localhost")
        String from();

        /** The address at which people open Auditorium, for the end of a mail. */
        Optional<String> site();

        Optional<String> username();

        Optional<String> password();
    }
}
