package io.lintel.gallery.bulk;

import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.gallery.photo.PhotoReader;
import java.time.InstantSource;
import java.time.ZoneId;

/** What every import works with. @param zone of the dates in a CSV file */
public record ImportTools(
        Enrolment enrolment,
        People people,
        PhotoReader photos,
        NewcomerHook newcomers,
        ImportLimits limits,
        ZoneId zone,
        InstantSource clock) {

    int mostPhotoBytes() {
        return PhotoLimits.DEFAULT.bytes();
    }
}
