package auditorium.access;

import auditorium.access.domain.KeySite;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads and checks what a device has signed, by WebAuthn. No attestation is asked for or believed: it would say which make of device it
 * is, and nothing about the person. The library behind it is loaded when the first passkey comes, never at the start.
 */
final class KeyCheck {

    private static final Logger LOG = Logger.getLogger(KeyCheck.class);

    /** Of an answer, in characters: ids have up to 1,023 bytes, and keys of RSA some 300. */
    static final int LONGEST = 16_000;

    private KeyCheck() {}

    /** Who an answer says that it comes from, in base64url; nothing of it is checked yet. {@code person} is empty when it doesn't say. */
    record Claim(String credential, String person) {}

    /** A passkey as it is kept; both texts in base64url. */
    record Made(String credential, String kept, long count, boolean backupEligible) {}

    /** What came of a signature. {@code COUNTED_BACK}: it fits, but its count is not above the last one, so a copy may exist. */
    enum Verdict {
        FITS,
        WRONG,
        COUNTED_BACK
    }

    /** {@code count} is what the device has counted to. */
    record Checked(Verdict verdict, long count) {}

    /** Made when it is first needed. */
    private static final class Library {
        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);
        /** What passkeys in phones, in Windows and in keys for USB sign with. */
        private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
                by(COSEAlgorithmIdentifier.ES256),
                by(COSEAlgorithmIdentifier.EdDSA),
                by(COSEAlgorithmIdentifier.RS256));

        private static PublicKeyCredentialParameters by(COSEAlgorithmIdentifier algorithm) {
            return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
        }
    }

    /** A new passkey, when the answer is one to this challenge at this site. */
    static Optional<Made> made(String answer, KeySite site, String challenge) {
        try {
            RegistrationData data = Library.MANAGER.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(here(site, challenge), Library.ALGORITHMS, false, true));
            AuthenticatorData<?> device =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(device.getAttestedCredentialData());
            return Optional.of(new Made(
                    text(key.getCredentialId()),
                    text(Library.KEYS.convert(key)),
                    device.getSignCount(),
                    device.isFlagBE()));
        } catch (RuntimeException e) { // whatever a stranger's bytes can make a reader of three formats throw
            LOG.infof("passkey not taken: %s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    // the library's annotations stand before arrays, where they are read as their elements'
    @SuppressWarnings("NullAway")
    static Optional<Claim> claim(String answer) {
        try {
            AuthenticationData data = Library.MANAGER.parseAuthenticationResponseJSON(answer);
            byte[] person = data.getUserHandle();
            return Optional.of(new Claim(text(data.getCredentialId()), person == null ? "" : text(person)));
        } catch (RuntimeException e) { // see above
            LOG.infof("passkey not read: %s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /**
     * @param kept the passkey that the answer names, with the count it had
     * @param verified whether the device must have made sure of the person, by finger, face or PIN
     */
    static Checked check(String answer, KeySite site, String challenge, Made kept, boolean verified) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    kept.backupEligible(),
                    null,
                    kept.count(),
                    Library.KEYS.convert(bytes(kept.kept())),
                    new AuthenticationExtensionsAuthenticatorOutputs<>(),
                    null,
                    null,
                    null);
            AuthenticationData data = Library.MANAGER.verifyAuthenticationResponseJSON(
                    answer,
                    new AuthenticationParameters(
                            here(site, challenge), record, List.of(bytes(kept.credential())), verified, true));
            return new Checked(
                    Verdict.FITS,
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (MaliciousCounterValueException e) {
            return new Checked(Verdict.COUNTED_BACK, kept.count());
        } catch (RuntimeException e) { // see above
            LOG.infof("passkey refused: %s", e.getClass().getSimpleName());
            return new Checked(Verdict.WRONG, kept.count());
        }
    }

    private static ServerProperty here(KeySite site, String challenge) {
        return new ServerProperty(new Origin(site.origin()), site.host(), new DefaultChallenge(bytes(challenge)));
    }

    static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
