package auditorium.access.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import org.junit.jupiter.api.Test;

class DeviceWordsTest {

    @Test
    void aBrowserIsCalledWhatItsOwnerCallsIt() {
        assertEquals(
                "Chrome · Android",
                DeviceWords.of(
                        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36"));
        assertEquals(
                "WeChat · Android",
                DeviceWords.of(
                        "Mozilla/5.0 (Linux; Android 13; V2148A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49"));
        assertEquals(
                "Safari · iPhone",
                DeviceWords.of(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"));
        assertEquals(
                "Edge · Windows",
                DeviceWords.of(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"));
        assertEquals(
                "Firefox · Linux",
                DeviceWords.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
        assertEquals("", DeviceWords.of("curl/8.5.0"));
        assertEquals("", DeviceWords.of(""));
    }

    @Test
    void whateverItSaysOnlyOurWordsAreKept() {
        Cases.forAll(
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(200); i > 0; i--) {
                        text.append((char) random.nextInt(0x10000));
                    }
                    return text.append("<script>Chrome/1 Windows").toString();
                },
                text -> assertTrue(DeviceWords.of(text).matches("[A-Za-z· ]{0,40}"), DeviceWords.of(text)));
    }
}
