package io.lintel.camera;

import io.lintel.system.AddressText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a network camera. Read leniently, because passwords of cameras hold characters that a strict URI
 * refuses. {@link #toString} and {@link #display} hide the user, the password and the query, where many cameras expect
 * a password too.
 */
final class StreamUrl {

    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>rtsps?|https?)://(?:(?<user>[^/?#]*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^/?#@:\\s]+)(?::(?<port>\\d{1,5}))?"
                    + "(?<path>/[^?#\\s]*)?(?<query>[?#]\\S*)?");
    /** An encoded printable character, in UTF-8; any other % was typed for itself. */
    private static final Pattern PERCENT =
            Pattern.compile("(?i)(%2[0-9A-F]|%[3-6][0-9A-F]|%7[0-9A-E]|%(?:C[2-9A-F]|D[0-9A-F])%[89AB][0-9A-F]"
                    + "|%E[0-9A-F](?:%[89AB][0-9A-F]){2}|%F[0-4](?:%[89AB][0-9A-F]){3})|%");

    /** Where a box has no locale, Java hands other programs a question mark instead. */
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]+");

    private final String raw;
    private final String scheme;
    private final String host;
    private final int port;
    private final String path;
    private final String user;
    private final List<String> secrets;

    private StreamUrl(String raw, Matcher parts) {
        this.raw = raw;
        this.scheme = parts.group("scheme");
        this.host = parts.group("host");
        this.port = parts.group("port") == null ? defaultPort(scheme) : Integer.parseInt(parts.group("port"));
        this.path = orEmpty(parts.group("path"));
        this.user = orEmpty(parts.group("user"));
        String password = user.substring(user.indexOf(':') + 1);
        this.secrets = List.of(user, encoded(user), password, encoded(password), orEmpty(parts.group("query")));
    }

    /** @throws CameraException if there is no host; its message holds no password */
    static StreamUrl parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || isCutPassword(parts)) {
            throw new CameraException(
                    "camera address \"" + redact(text) + "\" is not a network address",
                    "write it like rtsp://user:password@192.168.1.20:554/stream1; in a password write / as %2F, ? as %3F, # as %23, a space as %20, and % as %25");
        }
        return new StreamUrl(text, parts);
    }

    private static boolean isCutPassword(Matcher parts) {
        return parts.group("user") == null
                && AddressText.isCutPassword(
                        parts.group("host"),
                        parts.group("port"),
                        orEmpty(parts.group("path")) + orEmpty(parts.group("query")));
    }

    /** As it was typed; never to be shown. */
    String raw() {
        return raw;
    }

    /**
     * What ffmpeg is given; never to be shown. ffmpeg decodes %XX in user and password before it sends them: a % that was typed for
     * itself is written as %25, and letters beyond ASCII in UTF-8, so that the camera gets them.
     */
    String forFfmpeg() {
        int end = raw.indexOf('@') < 0 ? -1 : raw.indexOf(user + "@");
        if (user.isEmpty() || end < 0) {
            return raw;
        }
        return raw.substring(0, end) + encoded(user) + raw.substring(end + user.length());
    }

    private static String encoded(String user) {
        String percents = PERCENT.matcher(user).replaceAll(found -> found.group(1) == null ? "%25" : found.group(1));
        return NOT_ASCII
                .matcher(percents)
                .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean isRtsp() {
        return scheme.startsWith("rtsp");
    }

    /** Whether this is a file on a web server rather than a live stream. */
    boolean isRecording() {
        return !isRtsp() && path.matches("(?i).*\\.(mp4|mkv|avi|mov|webm|m4v)");
    }

    String display() {
        String shownPort = port == defaultPort(scheme) ? "" : ":" + port;
        return scheme + "://" + host + shownPort + path;
    }

    /** Takes this address's secrets out of a message that ffmpeg wrote. */
    String scrub(String message) {
        String clean = message.replace(raw, display()).replace(forFfmpeg(), display());
        for (String secret : secrets) {
            if (secret.length() > 1) {
                clean = clean.replace(secret, "…");
            }
        }
        return redact(clean);
    }

    /** Takes anything that may be a secret out of text that holds addresses. Rather too much than too little. */
    static String redact(String text) {
        return AddressText.masked(text);
    }

    @Override
    public String toString() {
        return display();
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "rtsp" -> 554;
            case "rtsps" -> 322;
            case "https" -> 443;
            default -> 80;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
