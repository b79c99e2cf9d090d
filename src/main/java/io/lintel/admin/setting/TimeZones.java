package io.lintel.admin.setting;

import java.time.ZoneId;
import java.util.List;

/** The time zones that somebody may choose from: those of places. */
public final class TimeZones {

    private TimeZones() {}

    /** In alphabetical order, such as Europe/Berlin. */
    public static List<String> known() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
