package io.lintel.wiring;

import io.lintel.system.SdNotify;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Tells systemd that the door is up and, for as long as its threads answer, that it lives. Does nothing without systemd. */
final class ServiceManager implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ServiceManager.class.getName());

    /** systemd.service(5) advises half; a third forgives one late beat. */
    private static final int BEATS_A_TIMEOUT = 3;

    private final SdNotify notify;
    private final Supplier<List<String>> silent;
    private final Thread heart =
            Thread.ofPlatform().daemon().name("systemd-watchdog").unstarted(this::beat);

    /** @param silent the parts that do not answer, by name */
    ServiceManager(SdNotify notify, Supplier<List<String>> silent) {
        this.notify = notify;
        this.silent = silent;
    }

    void ready() {
        notify.ready();
        if (notify.watchdogTimeout().isPresent()) {
            heart.start();
        }
    }

    private void beat() {
        Duration pause = notify.watchdogTimeout().orElseThrow().dividedBy(BEATS_A_TIMEOUT);
        try {
            while (true) {
                List<String> hanging = silent.get();
                if (hanging.isEmpty()) {
                    notify.watchdog();
                } else {
                    LOG.log(Level.ERROR, "watchdog withheld silent=\"{0}\"", String.join(", ", hanging));
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "watchdog stopped");
        }
    }

    @Override
    public void close() {
        heart.interrupt();
        notify.stopping();
    }
}
