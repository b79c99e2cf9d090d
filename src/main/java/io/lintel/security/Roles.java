package io.lintel.security;

import io.lintel.account.Role;
import java.util.Arrays;

/** The names of {@link Role}, as annotations need them. */
public final class Roles {

    public static final String ADMIN = "ADMIN";
    public static final String OPERATOR = "OPERATOR";
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}

    /**
     * A role as a form or a program names it.
     *
     * @throws HttpProblem if there is no such role
     */
    public static Role parse(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(
                        422, "There is no such role", "choose one of " + Arrays.toString(Role.values())));
    }
}
