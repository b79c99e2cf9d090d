package io.lintel.account;

import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param account as it is now, not as it was at login
 * @param lastSeen up to a minute behind
 * @param browser the User-Agent it sent, shortened
 */
public record Session(long id, Account account, Instant opened, Instant lastSeen, String address, String browser) {}
