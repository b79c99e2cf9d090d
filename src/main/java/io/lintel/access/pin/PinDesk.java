package io.lintel.access.pin;

import io.lintel.gallery.PersonId;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where the visit that waits for a PIN and the door screen's PIN pad meet. One request at a time, because there is one pad. Whoever types proves
 * by a ticket, which the screen was shown, that he means this very try of this visit; what he is answered never depends on
 * anything. Thread-safe.
 */
public final class PinDesk {

    private static final System.Logger LOG = System.getLogger(PinDesk.class.getName());
    private static final int TICKET_BYTES = 16;

    /** Longer entries are not looked at. */
    private static final int LONGEST_PIN = 12;

    private final PinCheck check;
    private final PinSettings settings;
    private final MonotonicClock clock;
    private final RandomGenerator random;
    private final Executor checks;
    private final PinThrottle throttle;
    private @Nullable PinRequest current;

    /**
     * Makes a desk.
     *
     * @param random {@link java.security.SecureRandom} at a door
     * @param checks where the slow comparison runs, so that neither a frame nor the answer to the pad waits for it
     */
    public PinDesk(
            PinCheck check, PinSettings settings, MonotonicClock clock, RandomGenerator random, Executor checks) {
        this.check = check;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.checks = checks;
        this.throttle = new PinThrottle(settings);
    }

    /** A desk without a pad: asks nobody. */
    public static PinDesk none() {
        return new PinDesk(
                (person, pin) -> false,
                PinSettings.DEFAULT,
                MonotonicClock.SYSTEM,
                RandomGenerator.getDefault(),
                run -> {});
    }

    /** Asks for a person's PIN. @return null while the pad is taken by somebody else */
    public synchronized @Nullable PinRequest open(PersonId person, long now) {
        if (current != null && !isOverdue(current, now)) {
            return null;
        }
        PinRequest request = new PinRequest(person, ticket(), settings.tries(), now);
        if (throttle.mustWait(person, now)) {
            request.end(new PinState.Wrong("too many wrong PINs, has to wait"));
        } else {
            current = request;
        }
        return request;
    }

    /** How a request stands at that time. */
    public synchronized PinState state(PinRequest request, long now) {
        if (isOverdue(request, now)) {
            request.end(new PinState.Wrong("no PIN in time"));
            close(request);
        }
        return request.state();
    }

    private boolean isOverdue(PinRequest request, long now) {
        return !(request.state() instanceof PinState.Wrong)
                && !request.isChecking()
                && now - request.sinceNanos() > settings.patience().toNanos();
    }

    /** What the pad has to send along with the PIN; changes with each try. */
    public synchronized String ticket(PinRequest request) {
        return request.ticket();
    }

    /** The visit is over, or decided. */
    public synchronized void close(PinRequest request) {
        if (current == request) {
            current = null;
        }
    }

    /** A PIN was typed. Says nothing about whether anybody waits for it, or whether it was right. Returns at once. */
    public void enter(String ticket, String pin) {
        PinRequest request = take(ticket, pin);
        if (request != null) {
            checks.execute(() -> compare(request, pin));
        }
    }

    private synchronized @Nullable PinRequest take(String ticket, String pin) {
        PinRequest request = current;
        boolean meant = request != null
                && request.state() instanceof PinState.Open
                && !request.isChecking()
                && MessageDigest.isEqual(bytes(ticket), bytes(request.ticket()));
        if (request == null || !meant || pin.isEmpty() || pin.length() > LONGEST_PIN) {
            return null;
        }
        request.beginCheck();
        return request;
    }

    private void compare(PinRequest request, String pin) {
        boolean right = false;
        try {
            right = check.matches(request.person(), pin);
        } catch (RuntimeException e) {
            // No comparison, no entry.
            LOG.log(Level.ERROR, "pin.check failed person=" + request.person(), e);
        }
        answer(request, right);
    }

    private synchronized void answer(PinRequest request, boolean right) {
        long now = clock.nanos();
        if (right) {
            throttle.succeeded(request.person());
            request.answered(new PinState.Right(), ticket(), now);
            return;
        }
        throttle.failed(request.person(), now);
        int left = request.state() instanceof PinState.Open(int tries) ? tries - 1 : 0;
        if (left > 0 && !throttle.mustWait(request.person(), now)) {
            request.answered(new PinState.Open(left), ticket(), now);
        } else {
            request.answered(new PinState.Wrong("wrong PIN"), ticket(), now);
            close(request);
        }
    }

    private String ticket() {
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
