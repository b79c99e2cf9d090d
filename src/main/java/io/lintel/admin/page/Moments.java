package io.lintel.admin.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as pages show them, in the box's time zone. */
public final class Moments {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Moments() {}

    public static String text(@Nullable Instant moment) {
        return text(moment, ZoneId.systemDefault());
    }

    public static String text(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "never" : FORMAT.format(moment.atZone(zone));
    }
}
