package io.lintel.account;

import io.lintel.account.AccountEvent.Kind;
import io.lintel.account.AccountStore.Credentials;
import java.time.Duration;
import java.util.Optional;

/** Turns a user name and a password into a session. Thread-safe; takes as long as one password hash. */
public final class Login {

    private static final String UNKNOWN = "(unknown name)";

    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final KnownBrowsers browsers;
    private final AccountListener listener;

    public Login(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            LoginThrottle throttle,
            KnownBrowsers browsers,
            AccountListener listener) {
        this.store = store;
        this.sessions = sessions;
        this.hasher = hasher;
        this.throttle = throttle;
        this.browsers = browsers;
        this.listener = listener;
    }

    /**
     * One try.
     *
     * @param browser the User-Agent, shown in the list of sessions
     * @param cookie of an earlier {@link LoginResult.Welcome}
     */
    public LoginResult tryWith(
            String typedName, String password, String address, String browser, Optional<SecretToken> cookie) {
        Optional<UserName> name = UserName.parse(typedName);
        String key = name.map(UserName::value).orElse(UNKNOWN);
        Actor visitor = Actor.visitor(address);
        Optional<Credentials> known = name.flatMap(store::credentials);
        Optional<String> knownBrowser =
                known.map(Credentials::account).flatMap(account -> browsers.key(cookie, account));
        LoginThrottle.Admission admission = throttle.admit(address, key, knownBrowser);
        String subject = known.map(found -> found.account().name().value()).orElse(UNKNOWN);
        if (!admission.granted()) {
            if (admission.firstRefusal()) {
                listener.on(new AccountEvent(Kind.LOGIN_DELAYED, visitor, subject, seconds(admission.delay())));
            }
            return new LoginResult.TooSoon(admission.delay());
        }
        boolean right = hasher.matches(
                bounded(password), known.map(Credentials::passwordHash).orElse(null));
        Optional<Account> account = known.map(Credentials::account).filter(Account::active);
        if (!right || account.isEmpty()) {
            listener.on(new AccountEvent(Kind.LOGIN_FAILED, visitor, subject, ""));
            return new LoginResult.Refused();
        }
        throttle.succeeded(address, key, knownBrowser);
        return new LoginResult.Welcome(
                open(account.get(), known.get().passwordHash(), password, visitor, browser),
                browsers.remember(cookie, account.get()));
    }

    private Sessions.Opened open(Account account, String hash, String password, Actor visitor, String browser) {
        if (hasher.isOutdated(hash)) {
            store.rehash(account.id(), hasher.hash(password));
        }
        Sessions.Opened opened = sessions.open(account, visitor.address(), browser);
        listener.on(new AccountEvent(
                Kind.LOGIN, visitor.as(account.name()), account.name().value(), ""));
        return opened;
    }

    /** No password is longer, so a longer text only costs time; cut, it matches nothing. */
    private static String bounded(String password) {
        int most = 2 * PasswordRules.MAX_CHARACTERS + 1;
        return password.length() > most ? password.substring(0, most) : password;
    }

    private static String seconds(Duration delay) {
        return "wait " + delay.plusMillis(999).toSeconds() + " s";
    }
}
