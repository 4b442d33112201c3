package auditorium.access.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySiteTest {

    private static String named(String address) {
        return KeySite.named(address).map(s -> s.origin() + " " + s.host()).orElse("");
    }

    @Test
    void anAddressByHttpsWithANameIsASite() {
        assertEquals("https://learn.example.com learn.example.com", named("https://learn.example.com"));
        assertEquals("https://learn.example.com learn.example.com", named(" https://Learn.Example.com:443/start "));
        assertEquals(
                "https://auditorium.factory.lan:8443 auditorium.factory.lan",
                named("HTTPS://auditorium.factory.lan:8443/"));
        assertEquals("http://localhost:8080 localhost", named("http://localhost:8080"));
    }

    @Test
    void withoutHttpsOrAnyNamePasskeysWorkNowhere() {
        for (String address : List.of(
                "",
                "learn.example.com",
                "http://learn.example.com",
                "https://10.0.0.5",
                "https://[::1]",
                "ftp://localhost",
                "https://a b",
                "https://",
                "https://name_with_line",
                "javascript:alert(1)")) {
            assertEquals("", named(address), address);
        }
    }

    @Test
    void whatTheBrowserAskedIsBelievedForTheMachineItselfOnly() {
        assertEquals(
                Optional.of(new KeySite("http://localhost:8081", "localhost")),
                KeySite.asked(false, "LocalHost", 8081));
        assertEquals(Optional.of(new KeySite("http://localhost", "localhost")), KeySite.asked(false, "localhost", -1));
        assertEquals(Optional.of(new KeySite("https://localhost", "localhost")), KeySite.asked(true, "localhost", 443));
        assertEquals(Optional.empty(), KeySite.asked(true, "evil.example", 443));
        assertEquals(Optional.empty(), KeySite.asked(false, "127.0.0.1", 8080));
        assertEquals(Optional.empty(), KeySite.asked(true, "localhost.evil.example", 443));
    }
}
