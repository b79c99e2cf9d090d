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
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who may sign in. */
@Dependent
final class AccountWiring {

    @Produces
    @Singleton
    AccountOffice office(Database database, AuditLog audit) {
        Clock clock = Clock.systemUTC();
        AccountListener listener = new AccountAudit(audit);
        AccountStore store = new AccountStore(database);
        PasswordHasher hasher = new Argon2Hasher(Argon2Parameters.OWASP);
        PasswordRules rules = PasswordRules.shipped();
        Sessions sessions = new Sessions(new SessionStore(database), SessionSettings.DEFAULT, listener, clock);
        return new AccountOffice(
                new Accounts(store, sessions, hasher, rules, listener, clock),
                sessions,
                new Login(store, sessions, hasher, new LoginThrottle(MonotonicClock.SYSTEM), listener),
                new SetUp(store, sessions, hasher, rules, listener, clock),
                new ApiTokens(new ApiTokenStore(database), listener, clock));
    }
}
