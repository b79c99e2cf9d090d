package io.lintel.admin.account;

import io.lintel.account.Account;
import io.lintel.account.Role;
import io.lintel.admin.page.DisplayTime;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
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

    static AccountView of(Account account, long ownId, ZoneId zone) {
        return new AccountView(
                account.id(),
                account.name().value(),
                account.role().name(),
                account.role().title(),
                account.active(),
                state(account),
                DisplayTime.text(account.created(), zone),
                DisplayTime.text(account.passwordChanged(), zone),
                DisplayTime.text(account.lastLogin(), zone),
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
