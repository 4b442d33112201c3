package auditorium.files;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The object store that an operator named. A value that was not given is empty.
 *
 * @param endpoint the address of an S3-compatible store; empty for Amazon's own
 * @param region what requests are signed for; by default {@code us-east-1} where an endpoint is named
 * @param pathStyle {@code true} puts the bucket into the path, {@code false} into the host's name; by default {@code true} where an
 *     endpoint is named
 * @param prefix stands before every key, so that several things can share a bucket
 */
public record StoreSettings(
        String endpoint,
        String bucket,
        String region,
        String accessKey,
        String secretKey,
        String pathStyle,
        String prefix) {

    private static final String VARIABLES = "AUDITORIUM_STORE_";

    /** {@code setting} answers the value of {@code endpoint}, {@code access-key} and so on; an empty one when there is none. */
    public static StoreSettings of(UnaryOperator<String> setting) {
        return new StoreSettings(
                setting.apply("endpoint").strip(),
                setting.apply("bucket").strip(),
                setting.apply("region").strip(),
                setting.apply("access-key").strip(),
                setting.apply("secret-key").strip(),
                setting.apply("path-style").strip(),
                setting.apply("prefix").strip());
    }

    /** Whether anything at all was given; if not, files stay in the database. */
    public boolean given() {
        return !(endpoint + bucket + region + accessKey + secretKey + pathStyle + prefix).isEmpty();
    }

    /** Why it can't be used, in words for the operator. None of them is a secret. */
    public Optional<String> problem() {
        if (!given()) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        require(missing, "bucket", bucket);
        require(missing, "access-key", accessKey);
        require(missing, "secret-key", secretKey);
        if (endpoint.isEmpty()) {
            require(missing, "region", region);
        }
        if (!missing.isEmpty()) {
            return Optional.of("the object store is set up by half, without " + String.join(", ", missing)
                    + ": set all that it needs, or nothing of it");
        }
        if (!endpoint.isEmpty() && !isAddress(endpoint)) {
            return Optional.of(variable("endpoint") + " is no address: it has to look like https://store.example.com");
        }
        if (!List.of("", "true", "false").contains(pathStyle)) {
            return Optional.of(variable("path-style") + " is neither true nor false");
        }
        if (prefix.startsWith("/") || prefix.contains("//") || !prefix.matches("[A-Za-z0-9_./-]*")) {
            return Optional.of(
                    variable("prefix") + " may hold letters, digits, and / . _ - only, and can't begin with /");
        }
        return Optional.empty();
    }

    private static void require(List<String> missing, String name, String value) {
        if (value.isEmpty()) {
            missing.add(variable(name));
        }
    }

    private static String variable(String name) {
        return VARIABLES + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String signedRegion() {
        return region.isEmpty() ? "us-east-1" : region;
    }

    boolean bucketInPath() {
        return pathStyle.isEmpty() ? !endpoint.isEmpty() : Boolean.parseBoolean(pathStyle);
    }

    /** The prefix with exactly one slash behind it, or nothing. */
    String folder() {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** Where it is and never how one gets in: this is what a log may hold. */
    @Override
    public String toString() {
        return (endpoint.isEmpty() ? "S3 in " + region : endpoint) + ", bucket " + bucket;
    }
}
