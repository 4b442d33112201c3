package auditorium.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.access.KeyCheck.Made;
import auditorium.access.KeyCheck.Verdict;
import auditorium.access.domain.KeySite;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a passkey has signed is believed when every part of it fits, and whatever else comes is refused without a word. */
class KeyCheckTest {

    private static final KeySite SITE = new KeySite("https://learn.example.com", "learn.example.com");
    private static final String CHALLENGE = challenge(7);

    private static String challenge(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Made made(SoftKey device) {
        return KeyCheck.made(device.made(CHALLENGE), SITE, CHALLENGE).orElseThrow();
    }

    private static Verdict check(SoftKey device, Made kept, boolean verified) {
        return KeyCheck.check(device.signed(CHALLENGE), SITE, CHALLENGE, kept, verified)
                .verdict();
    }

    @Test
    void whatFitsIsTakenAndTheCountIsKept() {
        SoftKey device = new SoftKey(SITE.origin());
        device.belongTo("AAAA");
        Made kept = made(device);
        assertEquals(device.id(), kept.credential());
        assertEquals(1, kept.count());
        String answer = device.signed(CHALLENGE);
        assertEquals(
                new KeyCheck.Claim(device.id(), "AAAA"), KeyCheck.claim(answer).orElseThrow());
        assertEquals(new KeyCheck.Checked(Verdict.FITS, 2), KeyCheck.check(answer, SITE, CHALLENGE, kept, true));
    }

    @Test
    void anotherSiteAnotherChallengeAnotherPurposeAndAFrameAreRefused() {
        SoftKey device = new SoftKey(SITE.origin());
        Made kept = made(device);
        device.origin = "https://learn.example.com.evil.example";
        assertEquals(Verdict.WRONG, check(device, kept, false));
        device.origin = "http://learn.example.com";
        assertEquals(Verdict.WRONG, check(device, kept, false));
        device.origin = SITE.origin();
        device.host = "example.com";
        assertEquals(Verdict.WRONG, check(device, kept, false));
        device.host = SITE.host();
        device.type = "webauthn.create";
        assertEquals(Verdict.WRONG, check(device, kept, false));
        device.type = "webauthn.get";
        device.crossOrigin = true;
        assertEquals(Verdict.WRONG, check(device, kept, false));
        device.crossOrigin = false;
        assertEquals(
                Verdict.WRONG,
                KeyCheck.check(device.signed(challenge(8)), SITE, CHALLENGE, kept, false)
                        .verdict());
        assertEquals(Verdict.FITS, check(device, kept, false));
    }

    @Test
    void aTouchIsAlwaysNeededAndThePersonIsMadeSureOfWhereItStandsAlone() {
        SoftKey device = new SoftKey(SITE.origin());
        Made kept = made(device);
        device.verified = false;
        assertEquals(Verdict.FITS, check(device, kept, false));
        assertEquals(Verdict.WRONG, check(device, kept, true));
        device.present = false;
        assertEquals(Verdict.WRONG, check(device, kept, false));
    }

    @Test
    void aCountThatIsNotAboveTheLastOneIsTold() {
        SoftKey device = new SoftKey(SITE.origin());
        device.count = 10;
        Made kept = made(device);
        device.count = 9;
        assertEquals(Verdict.COUNTED_BACK, check(device, kept, false), "10 after 10");
        device.count = 2;
        assertEquals(Verdict.COUNTED_BACK, check(device, kept, false), "3 after 10");
        SoftKey stranger = new SoftKey(SITE.origin());
        stranger.poseAs(device);
        assertEquals(Verdict.WRONG, check(stranger, kept, false), "told only to whoever has the key");
        SoftKey plain = new SoftKey(SITE.origin());
        plain.count = 0;
        Made silent = made(plain);
        plain.count = -1;
        assertEquals(Verdict.FITS, check(plain, silent, false), "devices that don't count say 0 for ever");
    }

    @Test
    void aNewPasskeyForAnotherChallengeOrSiteIsNotTaken() {
        SoftKey device = new SoftKey(SITE.origin());
        assertEquals(Optional.empty(), KeyCheck.made(device.made(challenge(8)), SITE, CHALLENGE));
        assertEquals(Optional.empty(), KeyCheck.made(device.signed(CHALLENGE), SITE, CHALLENGE));
        device.origin = "https://evil.example";
        assertEquals(Optional.empty(), KeyCheck.made(device.made(CHALLENGE), SITE, CHALLENGE));
        for (String junk : List.of("", "{}", "[]", "null", "{\"id\":1}", "[".repeat(15_000), "{\"response\":{}}")) {
            assertEquals(Optional.empty(), KeyCheck.made(junk, SITE, CHALLENGE), junk);
            assertEquals(Optional.empty(), KeyCheck.claim(junk), junk);
        }
    }

    @Test
    void whateverIsChangedOrCutOnTheWayIsRefusedAndNothingBreaks() {
        SoftKey device = new SoftKey(SITE.origin());
        Made kept = made(device);
        String made = device.made(CHALLENGE);
        Cases.forAll(random -> random, random -> {
            String answer = device.signed(CHALLENGE);
            int from = answer.indexOf("\"response\"") + 12;
            int at = from + random.nextInt(answer.length() - from);
            char other = "AZaz09-_{}\"".charAt(random.nextInt(11));
            String changed = random.nextBoolean()
                    ? answer.substring(0, at) + other + answer.substring(at + 1)
                    : answer.substring(0, at);
            if (!same(answer, changed)) {
                assertNotEquals(
                        Verdict.FITS,
                        KeyCheck.check(changed, SITE, CHALLENGE, kept, true).verdict(),
                        changed);
            }
            KeyCheck.claim(changed);
            int cut = random.nextInt(made.length());
            assertTrue(KeyCheck.made(made.substring(0, cut), SITE, CHALLENGE).isEmpty());
            KeyCheck.made(made.substring(0, cut) + other + made.substring(cut + 1), SITE, CHALLENGE);
        });
    }

    /** Base64 has spare bits at its end, and the name of the owner is not signed: what differs in nothing that is signed may pass. */
    private static boolean same(String one, String other) {
        return signed(one).equals(signed(other));
    }

    private static String signed(String answer) {
        StringBuilder parts = new StringBuilder();
        for (String part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            int from = answer.indexOf("\"" + part + "\":\"");
            int to = from < 0 ? -1 : answer.indexOf('"', from + part.length() + 4);
            if (to < 0) {
                return answer;
            }
            try {
                parts.append(java.util.HexFormat.of()
                                .formatHex(
                                        Base64.getUrlDecoder().decode(answer.substring(from + part.length() + 4, to))))
                        .append(' ');
            } catch (IllegalArgumentException e) {
                return answer;
            }
        }
        return parts.toString();
    }
}
