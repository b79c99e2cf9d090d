package io.lintel.account;

import org.jspecify.annotations.Nullable;

/** Slow, salted hashing of passwords. Thread-safe. */
public interface PasswordHasher {

    /** A self-describing text to store. */
    String hash(String password);

    /**
     * Compares in a time that says nothing about the answer.
     *
     * @param stored null when there is no such account: takes as long as a comparison would and answers false
     */
    boolean matches(String password, @Nullable String stored);

    /** True when the stored hash was made with weaker parameters than {@link #hash} uses now. */
    boolean isOutdated(String stored);
}
