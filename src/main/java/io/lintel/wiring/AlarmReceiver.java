package io.lintel.wiring;

import io.lintel.alarm.Transport;
import io.lintel.config.AlarmGroup;
import io.lintel.config.SecretFile;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A kind of receiver of alarms. A new kind is one class, and one line in {@link Alarms#KINDS}. */
interface AlarmReceiver {

    /** The folder of its undelivered notifications; stays the same for ever. */
    String name();

    /**
     * The receiver that the settings name; empty where none is set. Nothing is opened before the supplier is asked.
     *
     * @param device what this box is called
     * @param secrets reads a secret, or stands in for it where only the settings are checked
     * @throws io.lintel.system.LintelException if something is wrong with the settings, or a secret cannot be had
     */
    Optional<Supplier<Transport>> of(AlarmGroup settings, String device, Function<SecretFile, String> secrets);
}
