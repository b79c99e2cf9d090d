package io.lintel.access.pin;

import io.lintel.gallery.PersonId;
import io.lintel.system.FailureCounter;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where the visit that waits for a PIN and the door screen's PIN pad meet. One request at a time, because there is one pad. Whoever types proves
 * by a ticket, which the screen was shown, that they mean this very try of this visit; the answer never depends on
 * anything. Thread-safe.
 */
public final class PinEntry {

    private static final System.Logger LOG = System.getLogger(PinEntry.class.getName());
    private static final int TICKET_BYTES = 16;
    private static final int CAPACITY = 4_096;

    /** Longer entries are not looked at. */
    private static final int LONGEST_PIN = 12;

    private final PinCheck check;
    private final PinSettings settings;
    private final MonotonicClock clock;
    private final RandomGenerator random;
    private final Executor checks;
    /**
     * Wrong PINs of each person in a row, whatever track they came on: stepping aside does not start the count anew. Only a face that
     * was taken for that very person, and live, counts, so nobody can shut out anybody else.
     */
    private final FailureCounter<PersonId> failures;

    private @Nullable PinRequest current;

    /**
     * Makes one.
     *
     * @param random {@link java.security.SecureRandom} at a door
     * @param checks where the slow comparison runs, so that neither a frame nor the answer to the pad waits for it
     */
    public PinEntry(
            PinCheck check, PinSettings settings, MonotonicClock clock, RandomGenerator random, Executor checks) {
        this.check = check;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.checks = checks;
        this.failures = new FailureCounter<>(settings.delay(), CAPACITY);
    }

    /** Without a pad: asks nobody. */
    public static PinEntry none() {
        return new PinEntry(
                (person, pin) -> false,
                PinSettings.DEFAULT,
                MonotonicClock.SYSTEM,
                RandomGenerator.getDefault(),
                run -> {});
    }

    /** Asks for a person's PIN. @return null while the pad is taken by somebody else */
    public @Nullable PinRequest open(PersonId person, long now) {
        return open(Set.of(person), now);
    }

    /** Asks for the PIN of one of several people who look alike. @return null while the pad is taken by somebody else */
    public synchronized @Nullable PinRequest open(Set<PersonId> persons, long now) {
        if (current != null && !isOverdue(current, now)) {
            return null;
        }
        PinRequest request = new PinRequest(persons, ticket(), settings.tries(), now);
        PersonId longest = longestWaiting(persons, now);
        if (mustWait(longest, now)) {
            long until = now + failures.wait(longest, now).toNanos();
            request.end(new PinState.HasToWait(failures.count(longest, now), until));
        } else {
            current = request;
        }
        return request;
    }

    /** How a request stands at that time. */
    public synchronized PinState state(PinRequest request, long now) {
        if (isOverdue(request, now)) {
            request.end(new PinState.Missing());
            close(request);
        }
        return request.state();
    }

    private boolean isOverdue(PinRequest request, long now) {
        return !(request.state() instanceof PinState.Wrong)
                && !(request.state() instanceof PinState.HasToWait)
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

    /** A PIN that several of them have tells nobody who it is. */
    private void compare(PinRequest request, String pin) {
        List<PersonId> owners = new ArrayList<>();
        try {
            for (PersonId person : request.persons()) {
                if (check.matches(person, pin)) {
                    owners.add(person);
                }
            }
        } catch (RuntimeException e) {
            // No comparison, no entry.
            owners.clear();
            LOG.log(Level.ERROR, "pin.check failed persons=" + request.persons(), e);
        }
        answer(request, owners.size() == 1 ? owners.getFirst() : null, owners.size() > 1);
    }

    private synchronized void answer(PinRequest request, @Nullable PersonId owner, boolean shared) {
        long now = clock.nanos();
        if (owner != null) {
            request.persons().forEach(failures::forget);
            request.answered(new PinState.Right(owner), ticket(), now);
            return;
        }
        request.persons().forEach(person -> failures.record(person, now));
        int left = request.state() instanceof PinState.Open(int tries) ? tries - 1 : 0;
        if (left > 0 && !mustWait(longestWaiting(request.persons(), now), now)) {
            request.answered(new PinState.Open(left), ticket(), now);
        } else {
            request.answered(
                    new PinState.Wrong(shared ? "people who look alike have the same PIN" : "wrong PIN"),
                    ticket(),
                    now);
            close(request);
        }
    }

    private PersonId longestWaiting(Set<PersonId> persons, long now) {
        return Collections.max(persons, Comparator.comparing(person -> failures.wait(person, now)));
    }

    private boolean mustWait(PersonId person, long now) {
        return failures.wait(person, now).isPositive();
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
