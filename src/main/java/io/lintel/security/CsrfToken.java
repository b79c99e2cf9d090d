package io.lintel.security;

import io.lintel.system.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The token that a form must send back, made from the secret in the caller's cookie: whoever cannot read the cookie cannot make
 * it, and the page that holds it does not give the cookie away.
 */
public final class CsrfToken {

    /** The form field. */
    public static final String FIELD = "csrf";

    /** The header, for scripts. */
    static final String HEADER = "X-CSRF-Token";

    private CsrfToken() {}

    static String of(String cookie) {
        byte[] digest = Sha256.digest().digest(("lintel csrf " + cookie).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    static boolean matches(String expected, String sent) {
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
