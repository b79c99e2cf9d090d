package io.lintel.alarm;

import io.lintel.door.DoorEvent;
import io.lintel.door.DoorListener;
import java.util.List;
import java.util.UUID;

/** Makes notices of the door's events and of other incidents, for all outlets. Thread-safe. */
public final class DoorNotices implements DoorListener {

    private final String device;
    private final NotificationScope told;
    private final List<NotificationSender> outlets;

    /** @param device what this box is called, for receivers of several */
    public DoorNotices(String device, NotificationScope told, List<NotificationSender> outlets) {
        this.device = device;
        this.told = told;
        this.outlets = List.copyOf(outlets);
    }

    @Override
    public void onEvent(DoorEvent event) {
        String json = NotificationJson.of(device, event);
        show(json);
        if (told.covers(event)) {
            offer(json);
        }
    }

    /** Shows the state after an event that others have been told of before. */
    public void show(DoorEvent event) {
        show(NotificationJson.of(device, event));
    }

    private void show(String json) {
        outlets.forEach(outlet -> outlet.doorState(json));
    }

    /** Tells an incident, always: there is none that is not worth telling. */
    public void tell(Incident incident) {
        offer(NotificationJson.of(device, incident));
    }

    private void offer(String json) {
        Notification notice = new Notification(UUID.randomUUID().toString(), json);
        outlets.forEach(outlet -> outlet.offer(notice));
    }
}
