package io.lintel.account;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The browsers that somebody has signed in by: a cookie that opens nothing, but whose guesses are counted alone, so that whoever guesses from
 * the same network does not keep the owner out ("device cookies", OWASP). Worth something for the account only that was signed in to. Thread-safe.
 */
public final class KnownBrowsers {

    private final KnownBrowserStore store;
    private final Clock clock;

    public KnownBrowsers(KnownBrowserStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What its guesses at this account are counted by; empty for a browser that has never signed in to it. */
    Optional<String> key(Optional<SecretToken> cookie, Account account) {
        return cookie.map(SecretToken::fingerprint)
                .filter(fingerprint -> store.contains(fingerprint, account.id()))
                .map(HexFormat.of()::formatHex);
    }

    /** The secret for the cookie of a browser that has just signed in: the same again where it is known already. */
    SecretToken remember(Optional<SecretToken> cookie, Account account) {
        SecretToken secret =
                cookie.filter(sent -> key(cookie, account).isPresent()).orElseGet(() -> SecretToken.random(""));
        store.put(secret.fingerprint(), account.id(), clock.instant());
        return secret;
    }
}
