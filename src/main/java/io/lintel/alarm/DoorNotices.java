package io.lintel.alarm;

import io.lintel.door.DoorEvent;
import io.lintel.door.DoorListener;
import java.util.List;
import java.util.UUID;

/** Makes notices of the door's events and of other incidents, for all outlets. Thread-safe. */
public final class DoorNotices implements DoorListener {

    private final String device;
    private final Told told;
    private final List<Outlet> outlets;

    /** @param device what this box is called, for receivers of several */
    public DoorNotices(String device, Told told, List<Outlet> outlets) {
        this.device = device;
        this.told = told;
        this.outlets = List.copyOf(outlets);
    }

    @Override
    public void onEvent(DoorEvent event) {
        if (told.covers(event)) {
            offer(EventJson.of(device, event));
        }
    }

    /** Tells an incident, always: there is none that is not worth telling. */
    public void tell(Incident incident) {
        offer(EventJson.of(device, incident));
    }

    private void offer(String json) {
        Notice notice = new Notice(UUID.randomUUID().toString(), json);
        outlets.forEach(outlet -> outlet.offer(notice));
    }
}
