package io.lintel.wiring;

import io.lintel.alarm.SenderStatus;
import jakarta.inject.Singleton;
import java.util.List;

/** Tries the receivers of notifications. Thread-safe. */
@Singleton
public class TestNotification {

    private final AlarmsComponent alarms;

    TestNotification(AlarmsComponent alarms) {
        this.alarms = alarms;
    }

    /** Sends each receiver a notification that means nothing; it goes through the same queue as the others. */
    public void send(String actor) {
        alarms.receivers().test(actor);
    }

    /** How each receiver is doing; empty where none is set. */
    public List<SenderStatus> receivers() {
        return alarms.receivers().status();
    }
}
