package io.lintel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in. A session ends when idle, when old, when its account is disabled, by itself or by an admin; its end takes
 * effect with the next request. Thread-safe.
 */
public final class Sessions {

    /** A write for each request would wear an SD card; idle ends by the minute are exact enough. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    /** A session seen further in the future than this is from before a jump of the clock, and its age unknown. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final int BROWSER_CHARACTERS = 200;

    /** A new session with the secret for its cookie, which is not to be had a second time. */
    public record Opened(SecretToken token, Session session) {}

    private final SessionStore store;
    private final SessionSettings settings;
    private final AccountListener listener;
    private final Clock clock;

    public Sessions(SessionStore store, SessionSettings settings, AccountListener listener, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
    }

    Opened open(Account account, String address, String browser) {
        purge();
        SecretToken token = SecretToken.random("");
        String shortened = browser.length() > BROWSER_CHARACTERS ? browser.substring(0, BROWSER_CHARACTERS) : browser;
        return new Opened(token, store.open(token.fingerprint(), account.id(), clock.instant(), address, shortened));
    }

    /** The session in force for a cookie's secret. Counts as activity. */
    public Optional<Session> find(SecretToken token) {
        Optional<Session> found = store.find(token.fingerprint()).filter(this::isInForce);
        Instant now = clock.instant();
        found.filter(session -> !now.isBefore(session.lastSeen().plus(TOUCH_EVERY)))
                .ifPresent(session -> store.touch(session.id(), now));
        return found;
    }

    /** @return the secret by which the session is known from now on; its present one counts for nothing any more */
    SecretToken renew(Session session) {
        SecretToken token = SecretToken.random("");
        store.renew(session.id(), token.fingerprint());
        return token;
    }

    /** All sessions in force, the most recently active first. */
    public List<Session> list() {
        return store.list().stream().filter(this::isInForce).toList();
    }

    /** The account's own wish. */
    public void logOut(Session session, Actor actor) {
        store.end(session.id())
                .ifPresent(ended -> listener.on(new AccountEvent(
                        AccountEvent.Kind.LOGOUT, actor, ended.account().name().value(), "")));
    }

    /** Ends somebody's session, or one's own on another device. */
    public void end(long id, Actor actor) {
        store.end(id).ifPresent(ended -> report(actor, ended.account(), 1));
    }

    void endAll(Account account, long except, Actor actor) {
        int ended = store.endAll(account.id(), except);
        if (ended > 0) {
            report(actor, account, ended);
        }
    }

    private void report(Actor actor, Account account, int ended) {
        listener.on(new AccountEvent(
                AccountEvent.Kind.SESSIONS_ENDED, actor, account.name().value(), Integer.toString(ended)));
    }

    private void purge() {
        Instant now = clock.instant();
        store.purge(now.minus(settings.idle()), now.minus(settings.absolute()));
    }

    private boolean isInForce(Session session) {
        Instant now = clock.instant();
        return session.account().active()
                && now.isBefore(session.lastSeen().plus(settings.idle()))
                && now.isBefore(session.opened().plus(settings.absolute()))
                && now.isAfter(session.lastSeen().minus(CLOCK_TOLERANCE));
    }
}
