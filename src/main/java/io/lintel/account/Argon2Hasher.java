package io.lintel.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106). Computes one hash at a time, because each takes its working memory from a heap of 128 MB and the door
 * shares the processor; others wait in line for a bounded time. Thread-safe.
 */
public final class Argon2Hasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2Parameters parameters;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore one = new Semaphore(1, true);
    private final PhcHash nobodys;

    public Argon2Hasher(Argon2Parameters parameters) {
        this.parameters = parameters;
        // Compared with when there is no such account; no password leads to 32 zero bytes.
        this.nobodys = new PhcHash(parameters, salt(), new byte[HASH_BYTES]);
    }

    @Override
    public String hash(String password) {
        byte[] salt = salt();
        return new PhcHash(parameters, salt, compute(password, parameters, salt, HASH_BYTES)).toString();
    }

    @Override
    public boolean matches(String password, @Nullable String stored) {
        PhcHash expected = stored == null ? nobodys : PhcHash.parse(stored);
        byte[] actual = compute(password, expected.parameters(), expected.salt(), expected.hash().length);
        return MessageDigest.isEqual(actual, expected.hash()) && stored != null;
    }

    @Override
    public boolean isOutdated(String stored) {
        return !PhcHash.parse(stored).parameters().equals(parameters);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private byte[] compute(String password, Argon2Parameters cost, byte[] salt, int length) {
        takeTurn();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                            org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                    .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKiB())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            argon2.generateBytes(bytes(password), hash);
            return hash;
        } finally {
            one.release();
        }
    }

    /** The same password typed on two keyboards must give the same bytes (NIST SP 800-63B, 3.1.1.2: NFKC). */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }

    private void takeTurn() {
        try {
            if (one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AccountException("Too many people are signing in right now", "wait a few seconds and try again");
    }
}
