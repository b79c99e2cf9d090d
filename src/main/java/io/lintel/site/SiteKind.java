package io.lintel.site;

import java.util.Locale;

/** What the boxes of a site share. In the order in which it is taken over, since what comes later refers to what comes earlier. */
public enum SiteKind {
    SCHEDULE,
    GROUP,
    HOLIDAY,
    PERSON;

    /** As it stands in the database and in keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SiteKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Its key in the bucket. @param id that the thing has everywhere */
    String key(String id) {
        return word() + "." + id;
    }
}
