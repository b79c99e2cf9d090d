package io.lintel.security;

import io.lintel.config.NetworkRange;
import io.lintel.config.TrustedProxies;
import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a trusted proxy says about the request that it passes on, by {@code Forwarded} (RFC 7239) or by {@code X-Forwarded-For}, {@code -Proto}
 * and {@code -Host}. Read from the right: each proxy appends what it has seen itself, and everything to the left of the first
 * address that is no trusted proxy was sent by that client and may be a lie. A proxy that sets one kind passes the other on as
 * the client sent it, so a request with both is refused, as is one that leaves out address or scheme.
 *
 * @param client who asks the outermost trusted proxy
 * @param https whether they do so over TLS
 * @param host what they call this box, with the port if they name one; null where the proxy passes the Host header on as it is
 */
record ForwardedHeaders(
        InetAddress client, boolean https, @Nullable String host) {

    /** A proxy on the box speaks for machines elsewhere, and says so in one of these (RFC 7239, RFC 9110 section 7.6.3, and usage). */
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private static final List<String> X_FORWARDED = List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");

    /** A list's comma, but for one in a quoted text. */
    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private static final Pattern PAIR = Pattern.compile("\\s*(\\w+)=(?:\"([^\"]*)\"|([^\\s;\"]+))\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([\\d.]+):\\d+");

    /** The headers do not say what they must. Its message is for who set up the proxy. */
    static final class Unclear extends Exception {

        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message);
        }
    }

    /** Whether a proxy says that it speaks for somebody, or somebody pretends that. */
    static boolean arePresent(MultiMap headers) {
        return OF_PROXIES.stream().anyMatch(headers::contains);
    }

    /**
     * @param headers of a request that a trusted proxy has sent
     * @return empty where the proxy asks for itself
     * @throws Unclear if they contradict each other or leave something out
     */
    static Optional<ForwardedHeaders> read(MultiMap headers, TrustedProxies proxies) throws Unclear {
        boolean standard = headers.contains("Forwarded");
        boolean usual = X_FORWARDED.stream().anyMatch(headers::contains);
        if (standard && usual) {
            throw new Unclear(
                    "The request has both Forwarded and X-Forwarded headers, and only one of them can be the proxy's."
                            + " Let the proxy remove the kind that it does not set");
        }
        if (standard) {
            return Optional.of(standard(headers, proxies));
        }
        return usual ? Optional.of(usual(headers, proxies)) : Optional.empty();
    }

    private static ForwardedHeaders usual(MultiMap headers, TrustedProxies proxies) throws Unclear {
        List<String> addresses = list(headers, "X-Forwarded-For");
        if (addresses.isEmpty()) {
            throw new Unclear("The proxy does not say for whom it asks. Let it set X-Forwarded-For");
        }
        InetAddress client = address(addresses.getLast());
        for (int i = addresses.size() - 2; i >= 0 && proxies.contain(client); i--) {
            client = address(addresses.get(i));
        }
        return new ForwardedHeaders(
                client,
                isHttps(last(headers, "X-Forwarded-Proto"), "X-Forwarded-Proto"),
                last(headers, "X-Forwarded-Host"));
    }

    private static ForwardedHeaders standard(MultiMap headers, TrustedProxies proxies) throws Unclear {
        List<String> elements = list(headers, "Forwarded");
        for (int i = elements.size() - 1; i >= 0; i--) {
            Map<String, String> pairs = pairs(elements.get(i));
            InetAddress client = address(pairs.getOrDefault("for", ""));
            if (i == 0 || !proxies.contain(client)) {
                return new ForwardedHeaders(
                        client, isHttps(pairs.get("proto"), "proto in Forwarded"), pairs.get("host"));
            }
        }
        throw new Unclear("The header Forwarded is empty");
    }

    private static Map<String, String> pairs(String element) throws Unclear {
        Map<String, String> pairs = new HashMap<>();
        for (String part : element.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            Matcher pair = PAIR.matcher(part);
            if (!pair.matches()
                    || pairs.put(
                                    pair.group(1).toLowerCase(Locale.ROOT),
                                    pair.group(2) == null ? pair.group(3) : pair.group(2))
                            != null) {
                throw new Unclear("The header Forwarded is not as RFC 7239 has it");
            }
        }
        return pairs;
    }

    private static boolean isHttps(@Nullable String scheme, String header) throws Unclear {
        return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default ->
                throw new Unclear("The proxy does not say whether it was asked over https. Let it set " + header
                        + " to https or http");
        };
    }

    private static InetAddress address(String node) throws Unclear {
        Matcher bracketed = BRACKETED.matcher(node);
        Matcher port = IPV4_WITH_PORT.matcher(node);
        String bare = bracketed.matches() ? bracketed.group(1) : port.matches() ? port.group(1) : node;
        return NetworkRange.address(bare)
                .orElseThrow(
                        () -> new Unclear("The proxy does not give its client's address. Let it set X-Forwarded-For"
                                + " (or for= in Forwarded) to an IP address"));
    }

    private static List<String> list(MultiMap headers, String name) {
        List<String> all = new ArrayList<>();
        headers.getAll(name)
                .forEach(line -> all.addAll(
                        Arrays.stream(line.split(COMMA, -1)).map(String::strip).toList()));
        return all;
    }

    private static @Nullable String last(MultiMap headers, String name) {
        List<String> all = list(headers, name);
        return all.isEmpty() || all.getLast().isEmpty() ? null : all.getLast();
    }
}
