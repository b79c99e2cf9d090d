package io.lintel.wiring;

import io.lintel.account.AccountListener;
import io.lintel.account.AccountStore;
import io.lintel.account.Accounts;
import io.lintel.account.ApiTokenStore;
import io.lintel.account.ApiTokens;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.account.Login;
import io.lintel.account.LoginThrottle;
import io.lintel.account.PasswordHasher;
import io.lintel.account.PasswordRules;
import io.lintel.account.SessionSettings;
import io.lintel.account.SessionStore;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;
import io.lintel.audit.AuditLog;
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
    AccountListener listener(AuditLog audit) {
        return new AccountAudit(audit);
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
            AccountListener listener) {
        return new Accounts(store, sessions, hasher, rules, listener, clock);
    }

    @Produces
    @ApplicationScoped
    Login login(AccountStore store, Sessions sessions, PasswordHasher hasher, AccountListener listener) {
        return new Login(store, sessions, hasher, new LoginThrottle(MonotonicClock.SYSTEM), listener);
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
}
