package io.lintel.admin.guard;

import io.lintel.account.ApiToken;
import io.lintel.account.Session;

/** What a request has shown at the gate. */
public sealed interface Pass {

    /** The CSRF token that a form of this caller must send back; empty where none is needed or none can be made. */
    String csrf();

    /**
     * Not signed in.
     *
     * @param csrf for the forms that somebody may send before that: login and set-up
     * @param why what was wrong with the pass that was shown; empty when none was shown
     */
    record Nobody(String csrf, String why) implements Pass {}

    /** A person at a browser. */
    record Browser(Session session, String csrf) implements Pass {}

    /** A program with an API token. */
    record Program(ApiToken token) implements Pass {

        @Override
        public String csrf() {
            return "";
        }
    }
}
