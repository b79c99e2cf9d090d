package io.lintel.schedule;

import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonName;

/** Name of a schedule, a group or a holiday: 1 to 60 visible characters. */
public record ScheduleName(String value) {

    public static final int LONGEST = 60;

    /** @throws ScheduleException if it is empty, too long, or holds invisible characters */
    public ScheduleName {
        try {
            value = new PersonName(value).value();
        } catch (GalleryException e) {
            throw new ScheduleException(
                    "'" + shortened(value) + "' cannot be a name", "give a name of 1 to " + LONGEST + " characters");
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new ScheduleException(
                    "The name '" + shortened(value) + "' is longer than " + LONGEST + " characters", "shorten it");
        }
    }

    /** The name without case and accents. */
    String key() {
        return new PersonName(value).searchKey();
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
