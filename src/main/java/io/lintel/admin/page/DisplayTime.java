package io.lintel.admin.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as pages show them, in the site's time zone. */
public final class DisplayTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private DisplayTime() {}

    public static String text(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "never" : FORMAT.format(moment.atZone(zone));
    }
}
