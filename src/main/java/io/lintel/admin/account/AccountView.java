package io.lintel.admin.account;

import io.lintel.account.Account;
import io.lintel.account.Role;
import io.lintel.admin.page.Moments;
import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;

/**
 * An account as pages show it.
 *
 * @param state active, disabled, or waiting for its owner to choose a password
 * @param own whether it is the one that looks at it
 */
@TemplateData
public record AccountView(
        long id,
        String name,
        String role,
        String roleTitle,
        boolean active,
        String state,
        String created,
        String passwordChanged,
        String lastLogin,
        boolean own) {

    /** A role to choose. */
    @TemplateData
    public record Choice(String value, String title, String summary, boolean chosen) {}

    static AccountView of(Account account, long ownId) {
        return new AccountView(
                account.id(),
                account.name().value(),
                account.role().name(),
                account.role().title(),
                account.active(),
                state(account),
                Moments.text(account.created()),
                Moments.text(account.passwordChanged()),
                Moments.text(account.lastLogin()),
                account.id() == ownId);
    }

    private static String state(Account account) {
        if (!account.active()) {
            return "disabled";
        }
        return account.mustChangePassword() ? "has to choose a password" : "active";
    }

    static List<Choice> roles(String chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(
                        role.name(), role.title(), role.summary(), role.name().equals(chosen)))
                .toList();
    }
}
