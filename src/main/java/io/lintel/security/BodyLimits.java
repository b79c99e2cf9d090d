package io.lintel.security;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much anybody may send. Uploads go to disk while they are read, so only their size is bounded; everything else is held in
 * memory and must be small.
 */
final class BodyLimits {

    static final String TOO_LARGE = "This is too large: uploads may have up to 200 MB in all, other requests 1 MB";
    static final String TOO_LARGE_REMEDY = "send fewer or smaller files at a time";

    /** For who has not shown who they are: a PIN, a name with its password. */
    static final long TINY = 8L << 10;

    private static final long SMALL = 1L << 20;
    private static final long UPLOAD = 200L << 20;

    private BodyLimits() {}

    static boolean isTooLarge(RoutingContext request) {
        @Nullable String length = request.request().getHeader("Content-Length");
        return length != null && parsed(length) > limit(request);
    }

    static long limit(RoutingContext request) {
        return isUpload(request) ? UPLOAD : isOfNobody(request) ? TINY : SMALL;
    }

    static boolean isUpload(RoutingContext request) {
        @Nullable String type = request.request().getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Bytes; as much as there may be where the request does not say. */
    static long announced(RoutingContext request) {
        @Nullable String length = request.request().getHeader("Content-Length");
        return length == null ? limit(request) : parsed(length);
    }

    private static boolean isOfNobody(RoutingContext request) {
        return request.request().getHeader("Cookie") == null
                && request.request().getHeader("Authorization") == null;
    }

    private static long parsed(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
