package io.lintel.gallery.bulk;

import io.lintel.gallery.People;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.gallery.photo.PhotoLimits;
import java.time.InstantSource;
import java.time.ZoneId;

/** What every import works with. @param zone of the dates in a CSV file */
public record ImportContext(
        Enrolment enrolment,
        People people,
        PhotoGate photos,
        EnrolmentCallback callback,
        ImportLimits limits,
        ZoneId zone,
        InstantSource clock) {

    int mostPhotoBytes() {
        return PhotoLimits.DEFAULT.bytes();
    }
}
