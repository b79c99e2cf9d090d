package io.lintel.admin.account;

import java.util.regex.Pattern;

/** Where to go after the login: never anywhere but to one of our own pages. */
final class NextPath {

    private static final Pattern OWN = Pattern.compile("/admin(/[A-Za-z0-9._~%/-]*)?(\\?[A-Za-z0-9._~%=&+-]*)?");
    private static final String START = "/admin";

    private NextPath() {}

    static String of(String wanted) {
        boolean own = OWN.matcher(wanted).matches()
                && !wanted.contains("//")
                && !wanted.startsWith("/admin/login")
                && !wanted.startsWith("/admin/logout");
        return own ? wanted : START;
    }
}
