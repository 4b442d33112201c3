package hello;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.InputStream;
import java.net.URI;

/** Serves until it is told to stop; {@code rehearse} asks itself once and ends, so that Java can write down what a start needs. */
@QuarkusMain
public class Hello implements QuarkusApplication {

    public static void main(String... given) {
        Quarkus.run(Hello.class, given);
    }

    @Override
    public int run(String... given) throws Exception {
        if (given.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        String port = System.getProperty("quarkus.http.port", "8192");
        try (InputStream word = URI.create("http://127.0.0.1:" + port + "/hello").toURL().openStream()) {
            return word.readAllBytes().length > 0 ? 0 : 1;
        }
    }
}
