package io.lintel.gallery.bulk;

import io.lintel.gallery.enrolment.EnrolmentOutcome;

/** What else belongs to enrolling somebody: the audit log, groups. */
public interface EnrolmentCallback {

    /** Before anything is stored. @throws GalleryException if the row asks for what there is not, such as a group */
    void check(PersonRow row);

    /** After the person is stored. */
    void enrolled(EnrolmentOutcome.Enrolled done, PersonRow row);

    /** After the last person, also where the import was stopped. */
    default void ended() {}
}
