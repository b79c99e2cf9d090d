package io.lintel.schedule;

import org.jspecify.annotations.Nullable;

/**
 * When the door stands unlocked without anybody being recognised, such as in office hours.
 *
 * @param schedule null: never
 * @param waitsForFirstPerson whether each period starts only when the first person has been let in
 */
public record DoorSchedule(Schedule.@Nullable Id schedule, boolean waitsForFirstPerson) {

    public static final DoorSchedule NONE = new DoorSchedule(null, false);
}
