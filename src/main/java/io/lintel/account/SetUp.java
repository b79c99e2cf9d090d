package io.lintel.account;

import io.lintel.account.AccountEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first account of a new box. Whoever can read the box's log proves it with a one-time token and becomes the first admin;
 * there is no default password. The token lives in memory only: each start without an account makes a new one, and it ends
 * with its use. Thread-safe.
 */
public final class SetUp {

    /** Crockford's base 32: no letter that is mistaken for a digit when copied by hand. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 100 random bits. */
    private static final int CHARACTERS = 20;

    private static final int GROUP = 5;

    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final AccountListener listener;
    private final Clock clock;
    private @Nullable String token;

    public SetUp(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            PasswordRules rules,
            AccountListener listener,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.hasher = hasher;
        this.rules = rules;
        this.listener = listener;
        this.clock = clock;
    }

    /** Makes the token to print. Empty when the box has an account, and so needs none. */
    public synchronized Optional<String> begin() {
        if (!isOpen()) {
            return Optional.empty();
        }
        String fresh = random();
        token = fresh;
        return Optional.of(fresh);
    }

    /** The token in force; empty when there is none, or none is needed any more. */
    public synchronized Optional<String> token() {
        return Optional.ofNullable(token).filter(present -> isOpen());
    }

    /** True until there is an account. */
    public boolean isOpen() {
        return store.isEmpty();
    }

    /** Compares in constant time; case, dashes and spaces do not matter. */
    public synchronized boolean isRight(String typed) {
        String expected = token;
        return expected != null
                && isOpen()
                && MessageDigest.isEqual(
                        plain(typed).getBytes(StandardCharsets.UTF_8),
                        plain(expected).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Uses the token up, makes the first admin and signs them in.
     *
     * @throws AccountException if the token is wrong or used, or the password too weak (then the token stays good)
     */
    public synchronized Sessions.Opened complete(
            String typed, UserName name, String password, String address, String browser) {
        if (!isRight(typed)) {
            throw new AccountException(
                    "This is not the set-up token",
                    "each start makes a new one: read it from the screen or the console of the box, or in its log");
        }
        name.checkNew();
        rules.check(name, password);
        Account admin = store.addFirst(name, hasher.hash(password), clock.instant())
                .orElseThrow(() -> new AccountException("This box has been set up already", "sign in instead"));
        token = null;
        listener.on(new AccountEvent(
                Kind.SET_UP,
                Actor.visitor(address).as(name),
                name.value(),
                admin.role().name()));
        return sessions.open(admin, address, browser);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String plain(String typed) {
        String bounded = typed.length() > 100 ? typed.substring(0, 100) : typed;
        return bounded.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
