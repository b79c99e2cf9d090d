package io.lintel.site.member;

import io.lintel.system.LintelException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server of a site is. @param host name, or address without brackets */
public record ServerAddress(String host, int port) {

    private static final int USUAL_PORT = 4222;
    private static final Pattern FORM =
            Pattern.compile("(?:tls://|nats://)?(?:\\[([0-9a-fA-F:]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?/?");

    /** @throws LintelException if that is no address of a server */
    public static ServerAddress of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        int port = matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : USUAL_PORT;
        if (!matcher.matches() || port < 1 || port > 65_535) {
            throw new LintelException(
                    "'" + text + "' is no address of a server",
                    "write it as nats.example.org or nats.example.org:4222");
        }
        return new ServerAddress(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), port);
    }

    /** As clients write it. */
    String url() {
        return "tls://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
