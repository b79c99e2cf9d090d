package io.lintel.account;

import io.lintel.system.LintelException;

/** A change to an account that is not allowed or not possible; fit to be shown to the person who asked for it. */
public class AccountException extends LintelException {

    private static final long serialVersionUID = 1L;

    public AccountException(String what, String remedy) {
        super(what, remedy);
    }

    static AccountException gone() {
        return new AccountException("This account does not exist any more", "reload the page");
    }

    static AccountException lastAdmin() {
        return new AccountException(
                "At least one active admin must remain", "make someone else an admin first, then try again");
    }
}
