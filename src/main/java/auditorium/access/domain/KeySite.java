package auditorium.access.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site that passkeys are made for: browsers make and use them over HTTPS only, and for a name, never for an address of digits. The
 * one exception is the machine itself under the name {@code localhost}.
 *
 * @param origin what the browser signs as the place of the page: scheme, name, and the port unless it is the scheme's own
 * @param host the name that the passkeys belong to (WebAuthn's relying party id)
 */
public record KeySite(String origin, String host) {

    private static final String HERE = "localhost";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** From the address at which an operator says that people open Auditorium; empty when no passkeys work there. */
    public static Optional<KeySite> named(String address) {
        try {
            URI uri = new URI(address.strip());
            return uri.getHost() == null || uri.getScheme() == null
                    ? Optional.empty()
                    : of(uri.getScheme().toLowerCase(Locale.ROOT), uri.getHost(), uri.getPort());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** From what the browser has asked: believed for the machine itself only, since anybody can send any name. */
    public static Optional<KeySite> asked(boolean secure, String host, int port) {
        return host.equalsIgnoreCase(HERE) ? of(secure ? "https" : "http", host, port) : Optional.empty();
    }

    private static Optional<KeySite> of(String scheme, String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || (scheme.equals("http") && name.equals(HERE));
        if (!safe || !NAME.matcher(name).matches() || DIGITS.matcher(name).matches()) {
            return Optional.empty();
        }
        boolean usual = port < 0 || port == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
        return Optional.of(new KeySite(scheme + "://" + name + (usual ? "" : ":" + port), name));
    }
}
