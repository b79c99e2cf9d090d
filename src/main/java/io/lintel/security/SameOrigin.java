package io.lintel.security;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from one of our own pages. Browsers say it by themselves in two headers that no page can forge; a
 * program sends neither.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private SameOrigin() {}

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /**
     * @param fetchSite the header Sec-Fetch-Site (W3C Fetch Metadata)
     * @param origin the header Origin (RFC 6454)
     * @param own scheme, host and port that the request was sent to
     */
    static boolean allows(@Nullable String fetchSite, @Nullable String origin, String own) {
        if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
            return false;
        }
        return origin == null || canonical(origin).equals(canonical(own));
    }

    private static String canonical(String origin) {
        try {
            URI uri = URI.create(origin);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return origin; // "null", of a sandboxed page
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            int port = uri.getPort() == -1 ? usual : uri.getPort();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        } catch (IllegalArgumentException e) {
            return origin;
        }
    }
}
