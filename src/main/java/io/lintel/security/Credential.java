package io.lintel.security;

import io.lintel.account.ApiToken;
import io.lintel.account.Session;

/** What a request proves about its caller. */
public sealed interface Credential {

    /** The CSRF token that a form of this caller must send back; empty where none is needed or none can be made. */
    String csrf();

    /**
     * Not signed in.
     *
     * @param csrf for the forms that somebody may send before that: login and set-up
     * @param why what was wrong with the credential that was shown; empty when none was shown
     */
    record Anonymous(String csrf, String why) implements Credential {}

    /** A person at a browser. */
    record Browser(Session session, String csrf) implements Credential {}

    /** A program with an API token. */
    record Program(ApiToken token) implements Credential {

        @Override
        public String csrf() {
            return "";
        }
    }
}
