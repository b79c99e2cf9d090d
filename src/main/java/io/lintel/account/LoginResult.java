package io.lintel.account;

import java.time.Duration;

/** The answer to a user name and a password. */
public sealed interface LoginResult {

    /** Signed in. @param browser for the cookie by which this browser is known from now on */
    record Welcome(Sessions.Opened opened, SecretToken browser) implements LoginResult {}

    /** Name unknown, password wrong or account disabled: the same answer after the same time for all three. */
    record Refused() implements LoginResult {}

    /** Not even tried, because too many tries have failed. @param delay until the next one */
    record TooSoon(Duration delay) implements LoginResult {}
}
