package io.lintel.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, or a network of addresses that share their first bits (RFC 4632, RFC 4291 section 2.3).
 *
 * @param first an address of it
 * @param bits how many bits all share: 32 or 128 for one address alone
 */
public record NetworkRange(InetAddress first, int bits) {

    /** Java also takes 10 or 10.1 for an IPv4 address. */
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** Such as 192.168.1.5, 10.0.0.0/8 or fd00::/8; empty for anything else. */
    static Optional<NetworkRange> parse(String text) {
        String[] parts = text.split("/", -1);
        return address(parts[0]).flatMap(first -> {
            int all = first.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? all : number(parts[1]);
            return parts.length > 2 || bits < 0 || bits > all
                    ? Optional.empty()
                    : Optional.of(new NetworkRange(first, bits));
        });
    }

    /** An address as it is written, without brackets, port or zone; empty for a name or anything else. Asks no name server. */
    public static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && (text.indexOf(':') < 0 || text.indexOf('%') >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) >> (7 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
