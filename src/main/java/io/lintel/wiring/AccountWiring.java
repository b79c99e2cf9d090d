package io.lintel.wiring;

import io.lintel.account.AccountEvent;
import io.lintel.account.AccountListener;
import io.lintel.account.AccountStore;
import io.lintel.account.Accounts;
import io.lintel.account.ApiTokenStore;
import io.lintel.account.ApiTokens;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.account.KnownBrowserStore;
import io.lintel.account.KnownBrowsers;
import io.lintel.account.Login;
import io.lintel.account.LoginThrottle;
import io.lintel.account.PairedScreenStore;
import io.lintel.account.PairedScreens;
import io.lintel.account.PasswordHasher;
import io.lintel.account.PasswordRules;
import io.lintel.account.SessionSettings;
import io.lintel.account.SessionStore;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.storage.Database;
import io.lintel.system.MonotonicClock;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who may sign in. */
@Dependent
final class AccountWiring {

    private final Clock clock = Clock.systemUTC();

    @Produces
    @Singleton
    AccountListener listener(AuditLog audit, LintelConfig config) {
        AccountListener log = new AccountAudit(audit);
        return event -> {
            if (event.kind() == AccountEvent.Kind.SET_UP) {
                SetUpNotice.of(config).remove();
            }
            log.on(event);
        };
    }

    @Produces
    @Singleton
    PasswordHasher hasher() {
        return new Argon2Hasher(Argon2Parameters.OWASP);
    }

    @Produces
    @Singleton
    PasswordRules rules() {
        return PasswordRules.shipped();
    }

    @Produces
    @ApplicationScoped
    AccountStore store(Database database) {
        return new AccountStore(database);
    }

    @Produces
    @ApplicationScoped
    Sessions sessions(Database database, AccountListener listener) {
        return new Sessions(new SessionStore(database), SessionSettings.DEFAULT, listener, clock);
    }

    @Produces
    @ApplicationScoped
    Accounts accounts(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            PasswordRules rules,
            LoginThrottle throttle,
            ApiTokens tokens,
            AccountListener listener) {
        return new Accounts(store, sessions, hasher, rules, throttle, tokens, listener, clock);
    }

    @Produces
    @Singleton
    LoginThrottle throttle() {
        return new LoginThrottle(MonotonicClock.SYSTEM);
    }

    @Produces
    @ApplicationScoped
    Login login(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            LoginThrottle throttle,
            Database database,
            AccountListener listener) {
        KnownBrowsers browsers = new KnownBrowsers(new KnownBrowserStore(database), clock);
        return new Login(store, sessions, hasher, throttle, browsers, listener);
    }

    @Unremovable
    @Produces
    @ApplicationScoped
    SetUp setUp(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            PasswordRules rules,
            AccountListener listener) {
        return new SetUp(store, sessions, hasher, rules, listener, clock);
    }

    @Produces
    @ApplicationScoped
    ApiTokens tokens(Database database, AccountListener listener) {
        return new ApiTokens(new ApiTokenStore(database), listener, clock);
    }

    @Unremovable
    @Produces
    @ApplicationScoped
    PairedScreens screens(Database database, AccountListener listener) {
        return new PairedScreens(new PairedScreenStore(database), listener, clock);
    }
}
