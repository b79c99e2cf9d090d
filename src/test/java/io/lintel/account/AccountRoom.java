package io.lintel.account;

import io.lintel.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole room on a real database file, with clocks that the test moves and hashes that cost little. */
final class AccountRoom implements AutoCloseable {

    static final String GOOD = "seven green kettles";
    static final String OTHER = "nine purple ladders";
    static final Actor ACTOR = new Actor("root", "10.0.0.1");

    final List<AccountEvent> events = new ArrayList<>();
    final LoginThrottle throttle;
    final Sessions sessions;
    final Accounts accounts;
    final ApiTokens tokens;
    final PairedScreens screens;
    final SetUp setUp;
    final Login login;
    final TestDatabase file;
    final CountingHasher hasher = new CountingHasher();
    Instant now = Instant.parse("2026-03-02T08:00:00Z");

    AccountRoom(Path folder) {
        file = TestDatabase.open(folder.resolve("lintel.db"));
        Clock clock = new MovableClock();
        AccountStore store = new AccountStore(file.database());
        PasswordRules rules = PasswordRules.shipped();
        throttle = new LoginThrottle(() -> now.toEpochMilli() * 1_000_000);
        sessions = new Sessions(new SessionStore(file.database()), SessionSettings.DEFAULT, events::add, clock);
        tokens = new ApiTokens(new ApiTokenStore(file.database()), events::add, clock);
        accounts = new Accounts(store, sessions, hasher, rules, throttle, tokens, events::add, clock);
        screens = new PairedScreens(new PairedScreenStore(file.database()), events::add, clock);
        setUp = new SetUp(store, sessions, hasher, rules, events::add, clock);
        login = new Login(
                store,
                sessions,
                hasher,
                throttle,
                new KnownBrowsers(new KnownBrowserStore(file.database()), clock),
                events::add);
    }

    /** The first admin, "root", signed in. */
    Sessions.Opened withAdmin() {
        String token = setUp.begin().orElseThrow();
        return setUp.complete(token, UserName.of("root"), GOOD, "10.0.0.1", "test");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Sessions.Opened signIn(String name, String password) {
        return ((LoginResult.Welcome) login.tryWith(name, password, "10.0.0.9", "test", Optional.empty())).opened();
    }

    List<AccountEvent.Kind> kinds() {
        return events.stream().map(AccountEvent::kind).toList();
    }

    @Override
    public void close() {
        file.close();
    }

    /** The real hash at the smallest cost, and how often it was computed. */
    static final class CountingHasher implements PasswordHasher {

        int computed;
        private final Argon2Hasher real = new Argon2Hasher(new Argon2Parameters(8, 1, 1));

        @Override
        public String hash(String password) {
            computed++;
            return real.hash(password);
        }

        @Override
        public boolean matches(String password, String stored) {
            computed++;
            return real.matches(password, stored);
        }

        @Override
        public boolean isOutdated(String stored) {
            return real.isOutdated(stored);
        }
    }

    private final class MovableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
