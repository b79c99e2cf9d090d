package io.lintel.account;

import io.lintel.account.AccountEvent.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Everything that changes who may sign in. At least one active admin always remains. Thread-safe. */
public final class Accounts {

    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final LoginThrottle throttle;
    private final ApiTokens tokens;
    private final AccountListener listener;
    private final Clock clock;

    public Accounts(
            AccountStore store,
            Sessions sessions,
            PasswordHasher hasher,
            PasswordRules rules,
            LoginThrottle throttle,
            ApiTokens tokens,
            AccountListener listener,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.hasher = hasher;
        this.rules = rules;
        this.throttle = throttle;
        this.tokens = tokens;
        this.listener = listener;
        this.clock = clock;
    }

    /** By name. */
    public List<Account> list() {
        return store.list();
    }

    public Optional<Account> find(long id) {
        return store.find(id);
    }

    /**
     * Adds somebody with a first password, which has to be changed at the first login.
     *
     * @throws AccountException if the name is taken or the password too weak
     */
    public Account create(UserName name, Role role, String password, Actor actor) {
        name.checkNew();
        rules.check(name, password);
        Account account = store.add(name, role, hasher.hash(password), clock.instant());
        report(Kind.ACCOUNT_CREATED, actor, account, role.name());
        return account;
    }

    public void changeRole(long id, Role role, Actor actor) {
        Account before = store.setRole(id, role);
        if (before.role() != role) {
            report(Kind.ROLE_CHANGED, actor, before, before.role() + " -> " + role);
        }
    }

    /** Lets nobody in with this account any more and ends its sessions, until {@link #enable}. */
    public void disable(long id, Actor actor) {
        Account before = store.setActive(id, false);
        sessions.endAll(before, 0, actor);
        if (before.active()) {
            report(Kind.ACCOUNT_DISABLED, actor, before, "");
        }
    }

    public void enable(long id, Actor actor) {
        Account before = store.setActive(id, true);
        if (!before.active()) {
            report(Kind.ACCOUNT_ENABLED, actor, before, "");
        }
    }

    /** Removes the account, its sessions and its API tokens; its entries in the log stay. */
    public void remove(long id, Actor actor) {
        Account before = store.remove(id);
        report(Kind.ACCOUNT_REMOVED, actor, before, before.role().name());
        tokens.revokeOrphans(actor);
    }

    /**
     * The account's own change of password. Ends its sessions on other devices, and gives this one a new secret: whoever has read the
     * present one is out as well.
     *
     * @return the session's new secret, for its cookie
     * @throws AccountException if the present password is wrong or the new one too weak
     * @throws TooManyTriesException if it was wrong too often: whoever finds a signed-in browser could guess it here
     */
    public SecretToken changePassword(Session session, String present, String wanted, Actor actor) {
        Account account = session.account();
        String stored = store.credentials(account.name())
                .orElseThrow(AccountException::gone)
                .passwordHash();
        String name = account.name().value();
        LoginThrottle.Admission admission = throttle.admit(actor.address(), name, Optional.empty());
        if (!admission.granted()) {
            throw new TooManyTriesException(admission.delay());
        }
        if (!hasher.matches(present, stored)) {
            throw new AccountException("The present password is not right", "type it again");
        }
        throttle.succeeded(actor.address(), name, Optional.empty());
        if (present.equals(wanted)) {
            throw new AccountException("The new password is the present one", "choose another one");
        }
        rules.check(account.name(), wanted);
        store.setPassword(account.id(), hasher.hash(wanted), false, clock.instant());
        report(Kind.PASSWORD_CHANGED, actor, account, "");
        sessions.endAll(account, session.id(), actor);
        return sessions.renew(session);
    }

    /**
     * Somebody else sets a password, which has to be changed at the next login. Ends all sessions of the account.
     *
     * @throws AccountException if it is too weak
     */
    public void resetPassword(long id, String password, Actor actor) {
        Account account = find(id).orElseThrow(AccountException::gone);
        rules.check(account.name(), password);
        store.setPassword(id, hasher.hash(password), true, clock.instant());
        report(Kind.PASSWORD_RESET, actor, account, "");
        sessions.endAll(account, 0, actor);
    }

    private void report(Kind kind, Actor actor, Account account, String detail) {
        listener.on(new AccountEvent(kind, actor, account.name().value(), detail));
    }
}
