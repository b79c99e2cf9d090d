package io.lintel.wiring;

import io.lintel.appliance.Appliance;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.system.SdNotify;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;

/** Starts and stops the appliance with Quarkus, and tells systemd. In a command that does not serve it is not even made: that takes time. */
@Unremovable
@Singleton
public class ApplianceRunner {

    private static final System.Logger LOG = System.getLogger(ApplianceRunner.class.getName());

    private static volatile boolean serves;

    private final LintelConfig config;
    private final Instance<Appliance> appliance;
    private final ServiceManager systemd;

    ApplianceRunner(LintelConfig config, Instance<Appliance> appliance) {
        this.config = config;
        this.appliance = appliance;
        this.systemd = new ServiceManager(
                SdNotify.fromEnvironment(), () -> appliance.get().unresponsiveComponents());
    }

    /** Said by {@code lintel serve} before Quarkus starts; static, since there is no bean yet to say it to. */
    public static void announceServing() {
        serves = true;
    }

    void startBeforePages(@Observes StartupEvent event) {
        if (serves) {
            JournalHandler.installWhereTheJournalListens();
            RecentLog.install();
            appliance.get().startBeforePages();
        }
    }

    /** @throws io.lintel.system.LintelException if the door, the camera or another part that waits for nothing does not start */
    public void start() {
        appliance.get().start();
        if (RunMode.of(config) == RunMode.DEMO) {
            LOG.log(
                    Level.WARNING,
                    "This is a demonstration: no camera was found (or the demo was asked for), so recorded clips of invented "
                            + "people are played, in a database of their own, and the relay is simulated.");
        }
        systemd.ready();
    }

    /**
     * While the database is still there, so that the door's stop is in the log. Not left to the command that started it, which a signal
     * wakes when Quarkus is already stopping.
     */
    void stop(@Observes ShutdownEvent event) {
        if (serves) {
            systemd.close();
            appliance.get().stop();
        }
    }
}
