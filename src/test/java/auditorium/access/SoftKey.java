package auditorium.access;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A device that keeps one passkey, and a browser around it. It signs whatever it is told to, also what an honest one never would. */
public final class SoftKey {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair pair;
    private byte[] id = new byte[24];
    private byte[] person = new byte[0];

    /** What can be set to something hostile. */
    public String origin;

    public String host;
    public String type = "webauthn.get";
    public boolean crossOrigin;
    public boolean verified = true;
    public boolean present = true;
    public boolean saysWho = true;
    public long count = 1;

    public SoftKey(String origin) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new LinkageError("no keys", e);
        }
        RANDOM.nextBytes(id);
        this.origin = origin;
        host = origin.replaceAll("^https?://|:[0-9]+$", "");
    }

    /** The account's id, in base64url, that the device was told when the passkey was made. */
    public void belongTo(String person) {
        this.person = Base64.getUrlDecoder().decode(person);
    }

    /** Says the id of another passkey, and signs with the own key. */
    public void poseAs(SoftKey other) {
        id = other.id.clone();
        person = other.person.clone();
    }

    public String id() {
        return text(id);
    }

    /** The answer to being asked to keep a passkey. */
    public String made(String challenge) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(hex("a363666d74646e6f6e656761747453746d74a068617574684461746159"));
        byte[] device = device(true);
        data.write(device.length >> 8);
        data.write(device.length);
        data.writeBytes(device);
        return answer("\"clientDataJSON\":\"" + text(client("webauthn.create", challenge))
                + "\",\"attestationObject\":\"" + text(data.toByteArray()) + "\",\"transports\":[\"internal\"]");
    }

    /** The answer to being asked to sign; it counts up before. */
    public String signed(String challenge) {
        count++;
        byte[] client = client(type, challenge);
        byte[] device = device(false);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(device);
            signature.update(sha256(client));
            return answer("\"clientDataJSON\":\"" + text(client) + "\",\"authenticatorData\":\"" + text(device)
                    + "\",\"signature\":\"" + text(signature.sign()) + "\""
                    + (saysWho ? ",\"userHandle\":\"" + text(person) + "\"" : ""));
        } catch (GeneralSecurityException e) {
            throw new LinkageError("can't sign", e);
        }
    }

    private String answer(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id)
                + "\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{" + response + "}}";
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + crossOrigin + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** WebAuthn's authenticator data, with the public key in it where the passkey is new. */
    private byte[] device(boolean withKey) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(host.getBytes(StandardCharsets.UTF_8)));
        data.write((present ? PRESENT : 0) | (verified ? VERIFIED : 0) | (withKey ? WITH_KEY : 0));
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) count).array());
        if (withKey) {
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            data.writeBytes(new byte[16]);
            data.write(id.length >> 8);
            data.write(id.length);
            data.writeBytes(id);
            data.writeBytes(hex("a5010203262001215820"));
            data.writeBytes(of32(key.getW().getAffineX()));
            data.writeBytes(hex("225820"));
            data.writeBytes(of32(key.getW().getAffineY()));
        }
        return data.toByteArray();
    }

    private static byte[] of32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new LinkageError("no SHA-256", e);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
