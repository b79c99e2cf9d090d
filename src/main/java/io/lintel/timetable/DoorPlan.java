package io.lintel.timetable;

import org.jspecify.annotations.Nullable;

/**
 * When the door stands unlocked by itself, such as in office hours.
 *
 * @param schedule null: never
 * @param waitsForFirstPerson whether, each time, it begins only when the first person was let in: nobody may be there yet
 */
public record DoorPlan(@Nullable ScheduleId schedule, boolean waitsForFirstPerson) {

    public static final DoorPlan NONE = new DoorPlan(null, false);
}
