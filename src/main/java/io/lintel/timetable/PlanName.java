package io.lintel.timetable;

import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonName;

/** What a schedule, a group or a holiday is called: 1 to 60 characters that show. */
public record PlanName(String value) {

    public static final int LONGEST = 60;

    /** @throws TimetableException if it is empty, too long, or holds characters that do not show */
    public PlanName {
        try {
            value = new PersonName(value).value();
        } catch (GalleryException e) {
            throw new TimetableException(
                    "'" + shortened(value) + "' cannot be a name", "give a name of 1 to " + LONGEST + " characters");
        }
        if (value.codePointCount(0, value.length()) > LONGEST) {
            throw new TimetableException(
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
