package io.lintel.security;

import io.lintel.config.LintelConfig;
import io.lintel.config.tls.Certificate;
import io.lintel.config.tls.WebListener;
import io.lintel.system.MachineName;
import io.lintel.system.MonotonicClock;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names and addresses that this box answers to: its own, those of its certificate, and those of the setting
 * {@code lintel.web.host-names}. Addresses may change while it runs. Thread-safe.
 */
final class HostNames {

    private static final Path RESOLVER = Path.of("/etc/resolv.conf");

    /** Reading the interfaces is cheap, but not for each request of somebody who asks for foreign names. */
    private static final Duration READ_AGAIN = Duration.ofSeconds(5);

    private final Set<String> names;
    private final Supplier<Set<String>> interfaces;
    private final MonotonicClock clock;
    private volatile Set<String> addresses;
    private volatile long read;

    /**
     * @param names may begin with {@code *.} for one label
     * @param interfaces this machine's addresses now
     */
    HostNames(Collection<String> names, Supplier<Set<String>> interfaces, MonotonicClock clock) {
        this.names = names.stream().map(HostNames::canonical).collect(Collectors.toUnmodifiableSet());
        this.interfaces = interfaces;
        this.clock = clock;
        this.addresses = interfaces.get();
        this.read = clock.nanos();
    }

    static HostNames of(LintelConfig config, WebListener listener) {
        Set<String> names = new HashSet<>(ofThisMachine());
        listener.tls().map(Certificate::names).ifPresent(names::addAll);
        config.web().hostNames().map(text -> List.of(text.split("[,\\s]+"))).ifPresent(names::addAll);
        return new HostNames(names, HostNames::addressesNow, MonotonicClock.SYSTEM);
    }

    /**
     * Whether a request for this host is meant for this box.
     *
     * @param host as in a Host header, without the port
     * @param arrivedAt the address that the connection was made to
     */
    boolean contain(String host, @Nullable SocketAddress arrivedAt) {
        String asked = canonical(host);
        return ThisMachine.isLoopback(asked)
                || names.contains(asked)
                || names.contains("*" + asked.substring(Math.max(0, asked.indexOf('.'))))
                || arrivedAt != null
                        && arrivedAt.hostAddress() != null
                        && asked.equals(canonical(arrivedAt.hostAddress()))
                || isAddress(asked);
    }

    private boolean isAddress(String asked) {
        if (addresses.contains(asked)) {
            return true;
        }
        long now = clock.nanos();
        if (now - read < READ_AGAIN.toNanos()) {
            return false;
        }
        read = now;
        addresses = interfaces.get();
        return addresses.contains(asked);
    }

    /** One way to write each name and each address: lower case, no final dot, no brackets, no zone. */
    private static String canonical(String host) {
        String bare = host.strip().toLowerCase(Locale.ROOT);
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress().replaceFirst("%.*", "");
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }

    private static Set<String> addressesNow() {
        try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
            return all.flatMap(NetworkInterface::inetAddresses)
                    .map(address -> canonical(address.getHostAddress().replaceFirst("%.*", "")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }

    /** Its name alone, as multicast DNS gives it out, and in the domains that it looks names up in. */
    private static Set<String> ofThisMachine() {
        Set<String> names = new HashSet<>();
        Optional<String> host = MachineName.current();
        if (host.isEmpty()) {
            names.add("lintel.local");
            return names;
        }
        String shortName = host.get().replaceFirst("\\..*", "");
        names.add(host.get());
        names.add(shortName);
        names.add(shortName + ".local");
        searchDomains().forEach(domain -> names.add(shortName + "." + domain));
        return names;
    }

    private static List<String> searchDomains() {
        try (Stream<String> lines = Files.lines(RESOLVER, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words[0].equals("search") || words[0].equals("domain"))
                    .flatMap(words -> Stream.of(words).skip(1))
                    .filter(domain -> !domain.equals("."))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
