package auditorium.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {

    private static final Map<String, String> WHOLE = Map.of(
            "endpoint", "https://store.example.com",
            "bucket", "files",
            "access-key", "someone",
            "secret-key", "hush-hush-hush");

    private static StoreSettings with(String name, String value) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.put(name, value);
        return StoreSettings.of(n -> all.getOrDefault(n, ""));
    }

    @Test
    void withoutAnySettingFilesStayInTheDatabase() {
        StoreSettings none = StoreSettings.of(n -> " ");
        assertFalse(none.given());
        assertTrue(none.problem().isEmpty());
    }

    @Test
    void aStoreThatIsSetUpByHalfIsRefusedAndEachMissingVariableNamed() {
        assertTrue(with("prefix", "").problem().isEmpty());
        for (String name : List.of("bucket", "access-key", "secret-key")) {
            String why = with(name, "").problem().orElseThrow();
            assertTrue(
                    why.contains("AUDITORIUM_STORE_" + name.replace('-', '_').toUpperCase(java.util.Locale.ROOT)), why);
            assertEquals(1, why.split("AUDITORIUM_STORE_", -1).length - 1, why);
        }
        assertTrue(with("endpoint", "").problem().orElseThrow().contains("AUDITORIUM_STORE_REGION"));
        String alone = StoreSettings.of(n -> "secret-key".equals(n) ? "hush" : "")
                .problem()
                .orElseThrow();
        assertTrue(alone.contains("BUCKET") && alone.contains("ACCESS_KEY") && !alone.contains("hush"), alone);
    }

    @Test
    void whatCanNotBeMeantIsRefused() {
        for (String endpoint :
                List.of("store.example.com", "ftp://store", "https://", "http://me:pass@store", "not an address")) {
            assertTrue(
                    with("endpoint", endpoint).problem().orElseThrow().contains("AUDITORIUM_STORE_ENDPOINT"), endpoint);
        }
        assertTrue(with("path-style", "yes").problem().isPresent());
        for (String prefix : List.of("/files", "a//b", "files ?")) {
            assertTrue(with("prefix", prefix).problem().isPresent(), prefix);
        }
        assertTrue(with("prefix", "auditorium/files").problem().isEmpty());
    }

    @Test
    void anEndpointPutsTheBucketIntoThePathUnlessItIsSaidOtherwise() {
        assertTrue(with("region", "").bucketInPath());
        assertFalse(with("path-style", "false").bucketInPath());
        assertFalse(
                StoreSettings.of(n -> "region".equals(n) ? "eu-central-1" : "").bucketInPath());
        assertEquals("us-east-1", with("region", "").signedRegion());
        assertEquals("a/b/", with("prefix", "a/b").folder());
        assertEquals("a/b/", with("prefix", "a/b/").folder());
        assertEquals("", with("prefix", "").folder());
    }

    @Test
    void whatALogMayHoldIsWhereItIsAndNoSecret() {
        String logged = with("region", "").toString();
        assertTrue(logged.contains("https://store.example.com") && logged.contains("files"), logged);
        assertFalse(logged.contains("hush") || logged.contains("someone"), logged);
    }
}
