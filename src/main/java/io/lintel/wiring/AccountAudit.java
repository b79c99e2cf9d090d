package io.lintel.wiring;

import io.lintel.account.AccountEvent;
import io.lintel.account.AccountListener;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import java.util.Locale;

/** Writes to the audit log who signed in or tried to, and every change to accounts and API tokens. */
final class AccountAudit implements AccountListener {

    private final AuditLog log;

    AccountAudit(AuditLog log) {
        this.log = log;
    }

    @Override
    public void on(AccountEvent event) {
        AuditDetails details = new AuditDetails()
                .put("subject", event.subject())
                .put("address", event.actor().address());
        if (!event.detail().isEmpty()) {
            details.put("detail", event.detail());
        }
        log.append(AuditEvent.of(kind(event.kind()), event.actor().name())
                .because(event.kind().name().toLowerCase(Locale.ROOT))
                .with(details));
    }

    private static AuditKind kind(AccountEvent.Kind kind) {
        return switch (kind) {
            case LOGIN -> AuditKind.SIGNED_IN;
            case LOGIN_FAILED -> AuditKind.SIGN_IN_FAILED;
            case LOGIN_DELAYED -> AuditKind.SIGN_IN_LOCKED_OUT;
            case LOGOUT, SESSIONS_ENDED -> AuditKind.SIGNED_OUT;
            case SET_UP,
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
                    SCREEN_REVOKED -> AuditKind.ACCOUNT_CHANGED;
        };
    }
}
