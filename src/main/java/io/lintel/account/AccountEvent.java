package io.lintel.account;

/**
 * Something about accounts that belongs in the audit log. Never holds a password, a token or what was typed in place of a
 * user name that does not exist (people type passwords there).
 *
 * @param subject the account, token or session that it is about
 * @param detail what changed, such as {@code OPERATOR -> ADMIN}; empty when the kind says all
 */
public record AccountEvent(Kind kind, Actor actor, String subject, String detail) {

    /** Stored in the log: never rename one. */
    public enum Kind {
        SET_UP,
        LOGIN,
        LOGIN_FAILED,
        LOGIN_DELAYED,
        LOGOUT,
        SESSIONS_ENDED,
        ACCOUNT_CREATED,
        ROLE_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        ACCOUNT_REMOVED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        TOKEN_CREATED,
        TOKEN_REVOKED,
        SCREEN_PAIRED,
        SCREEN_REVOKED
    }
}
