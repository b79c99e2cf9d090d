package io.lintel.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who is connected to the pages, so that nobody can take all connections, and with them the descriptors that camera, database and alarms
 * need (4,300 half-sent requests did that once). At a limit the oldest connection that has no whole request makes room: who sends whole
 * requests gets through while somebody else holds thousands open. This machine's own connections have places of their own. Thread-safe.
 */
final class ConnectionBook {

    /** What can be closed in favour of another. */
    interface Connection {

        /** Whether no whole request is there that is being answered. Any thread. */
        boolean isWaiting();

        /** Any thread. */
        void close();
    }

    /**
     * How many connections there may be.
     *
     * @param local of this machine, where the door screen and whoever asks for its health are; also of a trusted proxy
     * @param remote of all others together
     * @param address of one of these: an IPv4 address, or an IPv6 network of 64 bits
     */
    record Limits(int local, int remote, int address) {

        /** The door screen's browser takes 7; a page with its live picture 2, and up to 6 while it loads. */
        static final Limits DEFAULT = new Limits(64, 136, 20);
    }

    private static final String LOCAL = "local";
    private static final int NETWORK_BYTES = 8;

    private final Limits limits;
    private final Predicate<SocketAddress> proxies;
    private final Map<String, Set<Connection>> byAddress = new HashMap<>();
    private int remote;

    /** @param proxies whether an address is a trusted proxy's: it stands for many, who have their limit elsewhere ({@link ProxiedClients}) */
    ConnectionBook(Limits limits, Predicate<SocketAddress> proxies) {
        this.limits = limits;
        this.proxies = proxies;
    }

    /** @return whether it may stay; another one may have been closed for it */
    synchronized boolean enter(SocketAddress from, Connection connection) {
        String address = key(from);
        Set<Connection> same = byAddress.getOrDefault(address, Set.of());
        boolean local = address.equals(LOCAL);
        int most = local || proxies.test(from) ? limits.local() : limits.address();
        if (same.size() >= most && !makeRoom(address)) {
            return false;
        }
        if (!local && remote >= limits.remote() && !makeRoomAmongAll()) {
            return false;
        }
        byAddress.computeIfAbsent(address, key -> new LinkedHashSet<>()).add(connection);
        remote += local ? 0 : 1;
        return true;
    }

    /** It is closed. Further calls do nothing. */
    synchronized void leave(SocketAddress from, Connection connection) {
        remove(key(from), connection);
    }

    synchronized int size() {
        return byAddress.values().stream().mapToInt(Set::size).sum();
    }

    private void remove(String address, Connection connection) {
        Set<Connection> same = byAddress.getOrDefault(address, Set.of());
        if (same.contains(connection)) {
            same.remove(connection);
            remote -= address.equals(LOCAL) ? 0 : 1;
            if (same.isEmpty()) {
                byAddress.remove(address);
            }
        }
    }

    private boolean makeRoom(String address) {
        Optional<Connection> oldest = byAddress.getOrDefault(address, Set.of()).stream()
                .filter(Connection::isWaiting)
                .findFirst();
        oldest.ifPresent(connection -> {
            remove(address, connection);
            connection.close();
        });
        return oldest.isPresent();
    }

    /** Of the address that has most of them. */
    private boolean makeRoomAmongAll() {
        return byAddress.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(LOCAL))
                .filter(entry -> entry.getValue().stream().anyMatch(Connection::isWaiting))
                .max(java.util.Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .filter(this::makeRoom)
                .isPresent();
    }

    private static String key(SocketAddress from) {
        if (!(from instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return LOCAL;
        }
        InetAddress address = socket.getAddress();
        if (address.isLoopbackAddress()) {
            return LOCAL;
        }
        byte[] bytes = address.getAddress();
        return Arrays.toString(address instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES));
    }
}
