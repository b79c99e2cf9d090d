package io.lintel.wiring;

import io.lintel.system.SdNotify;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells systemd that the door is up and, for as long as its threads answer, that it lives. Does nothing without systemd. */
final class ServiceManager implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ServiceManager.class.getName());

    /** systemd.service(5) advises half; a third forgives one late beat. */
    private static final int BEATS_A_TIMEOUT = 3;

    private final SdNotify notify;
    private final BooleanSupplier alive;
    private final Thread heart =
            Thread.ofPlatform().daemon().name("systemd-watchdog").unstarted(this::beat);

    ServiceManager(SdNotify notify, BooleanSupplier alive) {
        this.notify = notify;
        this.alive = alive;
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
                if (alive.getAsBoolean()) {
                    notify.watchdog();
                } else {
                    LOG.log(Level.ERROR, "watchdog withheld reason=\"a thread of the door does not answer\"");
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
