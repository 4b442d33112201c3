package auditorium.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aSecretMatchesItsOwnHashAndNoOther() {
        String hash = passwords.hash("246810");
        assertTrue(passwords.matches("246810", Optional.of(hash)));
        assertFalse(passwords.matches("246811", Optional.of(hash)));
        assertFalse(passwords.matches("246810", Optional.empty()));
    }

    @Test
    void askingForNobodyCostsAsMuchAsAskingForSomebody() {
        String cost = passwords.hash("246810").substring(0, 7);
        assertEquals(cost, Passwords.NOBODY.substring(0, 7));
    }
}
