package io.lintel.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reverse proxies that are believed when they say for whom they ask: the setting {@code lintel.web.trusted-proxies}. */
public record TrustedProxies(List<NetworkRange> ranges) {

    private static final String SETTING = "lintel.web.trusted-proxies";

    /** @throws SettingsException if something in the setting is neither an address nor a network */
    public static TrustedProxies of(LintelConfig config) {
        return parse(config.web().trustedProxies().orElse(""));
    }

    /** @param setting addresses and networks with commas between them; may be empty */
    public static TrustedProxies parse(String setting) {
        return new TrustedProxies(Arrays.stream(setting.split("[,\\s]+"))
                .filter(text -> !text.isEmpty())
                .map(TrustedProxies::range)
                .toList());
    }

    public boolean contain(@Nullable InetAddress address) {
        return address != null && ranges.stream().anyMatch(range -> range.contains(address));
    }

    public boolean contain(SocketAddress address) {
        return address instanceof InetSocketAddress socket && contain(socket.getAddress());
    }

    private static NetworkRange range(String text) {
        NetworkRange range = NetworkRange.parse(text)
                .orElseThrow(() -> new SettingsException(
                        SETTING + " has '" + text + "', which is no address",
                        "write addresses and networks with commas between them, such as 127.0.0.1, 192.168.1.0/24"));
        if (range.bits() == 0) {
            throw new SettingsException(
                    SETTING + "=" + text + " would believe everybody", "write the addresses of the proxies alone");
        }
        return range;
    }
}
