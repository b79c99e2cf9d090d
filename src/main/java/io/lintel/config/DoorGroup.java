package io.lintel.config;

import io.lintel.door.ContactType;
import io.lintel.door.LockWiring;
import io.lintel.door.RelockOn;
import io.lintel.door.gpio.Drive;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code lintel.door}: times, relay and contacts. {@code config/lintel.properties} explains each. */
public interface DoorGroup {

    /** The pull resistors that suit contacts to ground. */
    enum ContactBias {
        PULL_UP,
        DISABLED,
        AS_IS
    }

    @WithDefault("3s")
    Duration unlockTime();

    @WithDefault("10s")
    Duration longestUnlock();

    @WithDefault("open")
    RelockOn relockOn();

    @WithDefault("1s")
    Duration openingGrace();

    @WithDefault("20s")
    Duration preAlarm();

    @WithDefault("30s")
    Duration heldOpenAfter();

    @WithDefault("fail-secure")
    LockWiring wiring();

    Optional<String> relay();

    @WithDefault("false")
    boolean relayActiveLow();

    @WithDefault("push-pull")
    Drive relayDrive();

    @WithDefault("pull-up")
    ContactBias contactBias();

    @WithDefault("30ms")
    Duration contactDebounce();

    Optional<String> sensor();

    @WithDefault("normally-closed")
    ContactType sensorContact();

    Optional<String> exitButton();

    @WithDefault("normally-open")
    ContactType exitButtonContact();

    Optional<String> fire();

    @WithDefault("normally-closed")
    ContactType fireContact();

    Optional<String> tamper();

    @WithDefault("normally-closed")
    ContactType tamperContact();
}
