package io.lintel.security;

import io.lintel.account.Addresses;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/**
 * How many requests are being answered for each client of the trusted proxies: {@link ConnectionBook} sees the proxy only, to which all of
 * them would be one address. Thread-safe.
 */
final class ProxiedClients {

    private final int most;
    private final int mostEach;
    private final Map<String, Integer> busy = new HashMap<>();
    private int all;

    /** @param most in all: fewer than the connections that this machine may have, so that its own get through */
    ProxiedClients(int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
    }

    /** @return whether it may be answered; it then counts until it is */
    boolean enter(RoutingContext request, String client) {
        String key = Addresses.network(client);
        if (!begin(key)) {
            return false;
        }
        request.addEndHandler(done -> end(key));
        return true;
    }

    synchronized boolean begin(String key) {
        int own = busy.getOrDefault(key, 0);
        if (all >= most || own >= mostEach) {
            return false;
        }
        busy.put(key, own + 1);
        all++;
        return true;
    }

    synchronized void end(String key) {
        all--;
        busy.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }
}
