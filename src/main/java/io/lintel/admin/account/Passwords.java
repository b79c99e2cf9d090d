package io.lintel.admin.account;

import io.lintel.account.AccountException;

/** What the forms with a new password have in common. */
final class Passwords {

    private Passwords() {}

    static void same(String password, String repeated) {
        if (!password.equals(repeated)) {
            throw new AccountException("The two passwords differ", "type the new password twice");
        }
    }
}
