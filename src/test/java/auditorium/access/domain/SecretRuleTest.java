package auditorium.access.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import auditorium.Cases;
import auditorium.access.domain.SecretRule.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretRuleTest {

    @Test
    void aPinIsSixDigitsAndNothingElse() {
        for (String bad : List.of("", "12345", "1234567", "12345a", "１２３４５６", "12 456", "-12345")) {
            assertEquals(Optional.of(Fault.PIN_NOT_SIX_DIGITS), SecretRule.faultOfPin(bad, ""), bad);
        }
    }

    @Test
    void whatEverybodyWouldGuessFirstIsRefused() {
        for (String bad : List.of(
                "000000", "888888", "123456", "654321", "456789", "890123", "135791", "121212", "123123", "147258",
                "112233", "520131", "159357")) {
            assertEquals(Optional.of(Fault.PIN_TOO_EASY), SecretRule.faultOfPin(bad, "A0317"), bad);
        }
        for (String good : List.of("246810", "738195", "402917", "113579")) {
            assertTrue(SecretRule.faultOfPin(good, "A0317").isEmpty(), good);
        }
    }

    @Test
    void thePersonsOwnNumberIsNoPin() {
        assertEquals(Optional.of(Fault.PIN_LIKE_NUMBER), SecretRule.faultOfPin("000317", "A0317"));
        assertEquals(Optional.of(Fault.PIN_LIKE_NUMBER), SecretRule.faultOfPin("283746", "GZ-283746"));
        assertEquals(Optional.of(Fault.PIN_LIKE_NUMBER), SecretRule.faultOfPin("440106", "440106199001011234"));
        assertTrue(SecretRule.faultOfPin("283746", "").isEmpty());
    }

    @Test
    void nearlyAllPinsMayBeChosen() {
        int refused = 0;
        for (int pin = 0; pin < 1_000_000; pin++) {
            if (SecretRule.faultOfPin(String.format("%06d", pin), "A0317").isPresent()) {
                refused++;
            }
        }
        assertTrue(refused > 1000 && refused < 5000, refused + " are refused");
    }

    @Test
    void aPasswordIsLongAndNotTheName() {
        assertEquals(Optional.of(Fault.PASSWORD_TOO_SHORT), SecretRule.faultOfPassword("elevenchars", "ada"));
        assertEquals(Optional.of(Fault.PASSWORD_TOO_LONG), SecretRule.faultOfPassword("长".repeat(25), "ada"));
        assertEquals(Optional.of(Fault.PASSWORD_TOO_EASY), SecretRule.faultOfPassword("aaaaaaaaaaaa", "ada"));
        assertEquals(Optional.of(Fault.PASSWORD_TOO_EASY), SecretRule.faultOfPassword("abcdefghijkl", "ada"));
        assertEquals(
                Optional.of(Fault.PASSWORD_HAS_NAME),
                SecretRule.faultOfPassword("Wong.Mei-is-here", "wong.mei@factory.example"));
        assertTrue(SecretRule.faultOfPassword("每天上班前先看三号线的封条", "ada").isEmpty());
        assertTrue(SecretRule.faultOfPassword("three red seals at dawn", "ada").isEmpty());
    }

    @Test
    void anyTextAtAllIsJudged() {
        Cases.forAll(
                random -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(90); i > 0; i--) {
                        text.appendCodePoint(random.nextInt(0x2FFF));
                    }
                    return text.toString();
                },
                text -> {
                    SecretRule.faultOfPin(text, text);
                    SecretRule.faultOfPassword(text, text);
                });
    }

    @Test
    void aStartCodeIsTheSameHoweverItIsTyped() {
        Cases.forAll(random -> random.nextLong(), number -> {
            String written = StartCode.written(number);
            assertTrue(written.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"), written);
            String plain = StartCode.plain(written);
            assertEquals(StartCode.SIGNS, plain.length());
            assertEquals(plain, StartCode.plain(written.toLowerCase(java.util.Locale.ROOT)));
            assertEquals(plain, StartCode.plain(" " + written.replace("-", " – ")));
            assertEquals(plain, StartCode.plain(written.replace('0', 'O').replace('1', 'l')));
        });
    }

    @Test
    void differentNumbersMakeDifferentCodes() {
        Set<String> codes = new HashSet<>();
        Cases.forAll(random -> random.nextLong() & (1L << 60) - 1, n -> codes.add(StartCode.written(n)));
        assertEquals(500, codes.size());
        assertFalse(StartCode.written(0).equals(StartCode.written(1)));
    }
}
