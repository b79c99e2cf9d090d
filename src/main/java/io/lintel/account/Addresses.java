package io.lintel.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Groups addresses that one sender can choose among. */
public final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** One way to write each address; other text as it is. */
    static String single(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** An IPv4 address as it is; of an IPv6 address its /64, within which a sender picks freely; other text as it is. */
    public static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address; // "console", or a name that a proxy passed on
        }
    }
}
