package io.lintel.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** What this machine is called in its network. */
public final class MachineName {

    private MachineName() {}

    /** Its host name; empty where it has none that resolves. */
    public static Optional<String> current() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
