package io.lintel.admin.account;

import io.lintel.account.Role;
import io.lintel.admin.guard.Refusal;
import java.util.Arrays;

/** A role as a form or a program names it. */
public final class RoleText {

    private RoleText() {}

    /** @throws Refusal if there is no such role */
    public static Role parse(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(422, "There is no such role", "choose one of " + Arrays.toString(Role.values())));
    }
}
