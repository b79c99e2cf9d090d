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

    private static final long SMALL = 1L << 20;
    private static final long UPLOAD = 200L << 20;

    private BodyLimits() {}

    static boolean isTooLarge(RoutingContext request) {
        @Nullable String length = request.request().getHeader("Content-Length");
        return length != null && parsed(length) > limit(request);
    }

    static long limit(RoutingContext request) {
        @Nullable String type = request.request().getHeader("Content-Type");
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        return upload ? UPLOAD : SMALL;
    }

    private static long parsed(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
