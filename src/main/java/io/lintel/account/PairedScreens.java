package io.lintel.account;

import io.lintel.account.AccountEvent.Kind;
import io.lintel.account.PairedScreenStore.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Door screens on other machines. One that is not known shows a code; an admin confirms it, and from then on the secret that the screen
 * has had since it showed the code is its pass, until it is revoked. Thread-safe.
 */
public final class PairedScreens {

    /** Long enough to walk from the door to a desk. */
    public static final Duration CODE_LASTS = Duration.ofMinutes(10);

    /** Who fills them all from many addresses delays the pairing of one more screen, and nothing else. */
    private static final int MOST_WAITING = 8;

    /** Each is a write to the disk. */
    private static final int MOST_A_MINUTE = 20;

    /** Each one paired may hold some streams; a door has two sides. */
    private static final int MOST_SCREENS = 32;

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(10);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+-]{0,63}");

    /**
     * What a screen that wants to be paired gets.
     *
     * @param secret for its cookie; worth nothing before the code is confirmed
     */
    public record Asked(SecretToken secret, String code) {}

    private final PairedScreenStore store;
    private final AccountListener listener;
    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int askedThisMinute;

    public PairedScreens(PairedScreenStore store, AccountListener listener, Clock clock) {
        this.store = store;
        this.listener = listener;
        this.clock = clock;
    }

    /** Lets a screen wait to be paired, in place of an earlier wait of the same address. @throws AccountException if too many wait */
    public Asked ask(String address) {
        slowDown();
        SecretToken secret = SecretToken.random("");
        PairingRequest wanted = new PairingRequest(PairingCode.random(), address, Instant.ofEpochMilli(clock.millis()));
        if (store.ask(wanted, secret.fingerprint(), oldest(), MOST_WAITING) == Answer.TOO_MANY) {
            throw new AccountException(
                    "Too many screens wait to be paired", "try again in " + CODE_LASTS.toMinutes() + " minutes");
        }
        return new Asked(secret, wanted.code());
    }

    private synchronized void slowDown() {
        Instant now = clock.instant();
        if (now.isBefore(minute) || now.isAfter(minute.plusSeconds(60))) {
            minute = now;
            askedThisMinute = 0;
        }
        if (++askedThisMinute > MOST_A_MINUTE) {
            throw new AccountException("Too many screens ask to be paired", "try again in a minute");
        }
    }

    /** The code that the screen with this secret waits with; empty when it is paired or its time is over. */
    public Optional<String> waitingCode(SecretToken secret) {
        return store.waitingCode(secret.fingerprint(), oldest());
    }

    public List<PairingRequest> waiting() {
        return store.waiting(oldest());
    }

    /**
     * Confirms a code, which is used up by it.
     *
     * @param name where the screen is, such as "back entrance"
     * @throws AccountException if no screen shows this code, or the name is taken or not one
     */
    public PairedScreen pair(String code, String name, Actor actor) {
        String trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
            throw new AccountException(
                    "This cannot be a screen's name", "use 1 to 64 letters, digits, spaces and . _ - @ +");
        }
        if (store.list().size() >= MOST_SCREENS) {
            throw new AccountException(MOST_SCREENS + " screens are paired already", "revoke one that is not used");
        }
        PairedScreen screen = store.pair(PairingCode.typed(code), trimmed, actor.name(), clock.instant(), oldest())
                .orElseThrow(() -> new AccountException(
                        "No screen shows this code",
                        "type the six characters that it shows now; a code lasts " + CODE_LASTS.toMinutes()
                                + " minutes"));
        listener.on(new AccountEvent(Kind.SCREEN_PAIRED, actor, screen.name(), ""));
        return screen;
    }

    /** The screen in force with this secret. */
    public Optional<PairedScreen> find(SecretToken secret) {
        return store.find(secret.fingerprint());
    }

    /** It follows the door, or has just ended to. */
    public void seen(PairedScreen screen) {
        Instant now = clock.instant();
        Instant last = screen.lastSeen();
        if (last == null || last.isAfter(now) || !now.isBefore(last.plus(TOUCH_EVERY))) {
            store.touch(screen.id(), now);
        }
    }

    /** Those in force, by name. */
    public List<PairedScreen> list() {
        return store.list();
    }

    /** @return false when there is no such screen any more */
    public boolean revoke(long id, Actor actor) {
        Optional<PairedScreen> screen = store.revoke(id, clock.instant());
        screen.ifPresent(revoked -> listener.on(new AccountEvent(Kind.SCREEN_REVOKED, actor, revoked.name(), "")));
        return screen.isPresent();
    }

    private Instant oldest() {
        return clock.instant().minus(CODE_LASTS);
    }
}
