package io.lintel.account;

/**
 * The cost of one Argon2id hash.
 *
 * @param memoryKiB working memory, KiB
 * @param passes over that memory
 * @param lanes that could run in parallel; computed on one thread here
 */
public record Argon2Parameters(int memoryKiB, int passes, int lanes) {

    /** OWASP Password Storage Cheat Sheet, 2025: m=19456 (19 MiB), t=2, p=1. */
    public static final Argon2Parameters OWASP = new Argon2Parameters(19_456, 2, 1);

    public Argon2Parameters {
        // The upper bounds keep a tampered database from eating the machine's memory.
        if (memoryKiB < 8 * lanes || memoryKiB > 1 << 20 || passes < 1 || passes > 64 || lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException(
                    "not sensible Argon2 parameters: m=" + memoryKiB + " t=" + passes + " p=" + lanes);
        }
    }
}
