package auditorium.files;

import auditorium.platform.StoreAway;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket of any store that speaks S3. Nothing newer of it is used than what such stores have had for many years: checksums by hash
 * stand in our own rows. No more than {@value #PLACES} requests are on their way at once, because each may hold a connection to the
 * database meanwhile.
 */
final class S3Store implements ObjectStore {

    private static final Logger LOG = Logger.getLogger(S3Store.class);
    static final int PLACES = 4;

    /** How long is waited: to get through, for one try, and for all tries together. */
    record Patience(Duration connecting, Duration tried, Duration altogether) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(12), Duration.ofSeconds(25));
    }

    private final S3Client s3;
    private final StoreSettings settings;
    private final Semaphore places = new Semaphore(PLACES, true);
    private final Patience patience;

    S3Store(StoreSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
        S3ClientBuilder building = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience.connecting())
                        .socketTimeout(patience.tried()))
                .region(Region.of(settings.signedRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.bucketInPath())
                        .chunkedEncodingEnabled(false)
                        .build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        o -> o.apiCallAttemptTimeout(patience.tried()).apiCallTimeout(patience.altogether()));
        if (!settings.endpoint().isEmpty()) {
            building.endpointOverride(URI.create(settings.endpoint()));
        }
        s3 = building.build();
    }

    @Override
    public void put(String key, byte[] bytes) {
        asked(() -> s3.putObject(
                p -> p.bucket(settings.bucket()).key(key).contentType("application/octet-stream"),
                RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return asked(() -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(g -> g.bucket(settings.bucket()).key(key))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String key) {
        asked(() -> s3.deleteObject(d -> d.bucket(settings.bucket()).key(key)));
    }

    @Override
    public void list(String prefix, Consumer<Listed> each) {
        String after = "";
        boolean more = true;
        while (more) {
            String from = after;
            var page = asked(() -> s3.listObjectsV2(
                    l -> l.bucket(settings.bucket()).prefix(prefix).continuationToken(from.isEmpty() ? null : from)));
            page.contents().forEach(o -> each.accept(new Listed(o.key(), o.lastModified())));
            more = Boolean.TRUE.equals(page.isTruncated());
            after = more ? page.nextContinuationToken() : "";
        }
    }

    @Override
    public void ask() {
        asked(() -> s3.headBucket(h -> h.bucket(settings.bucket())));
    }

    private <T> T asked(Supplier<T> question) {
        boolean place = false;
        try {
            place = places.tryAcquire(patience.connecting().toMillis(), TimeUnit.MILLISECONDS);
            if (!place) {
                throw new StoreAway("the object store is slow, and all places at it are taken");
            }
            return question.get();
        } catch (SdkException e) {
            LOG.warnf("the object store (%s) does not do what it was asked: %s", settings, e.getMessage());
            throw new StoreAway("the object store does not do what it was asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAway("interrupted", e);
        } finally {
            if (place) {
                places.release();
            }
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
