package io.lintel.api;

import io.lintel.account.Role;

/** The names of {@link Role}, as annotations need them. */
public final class Roles {

    public static final String ADMIN = "ADMIN";
    public static final String OPERATOR = "OPERATOR";
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
