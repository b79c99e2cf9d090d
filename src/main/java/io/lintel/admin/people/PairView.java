package io.lintel.admin.people;

import io.lintel.gallery.LookAlikePair;
import io.lintel.gallery.PersonId;
import io.lintel.service.PersonNames;
import io.quarkus.qute.TemplateData;

/** Two people whom the door may be unable to tell apart. */
@TemplateData
public record PairView(long one, String oneName, long other, String otherName) {

    static PairView of(LookAlikePair pair, PersonNames names) {
        PersonId one = pair.one();
        PersonId other = pair.other();
        return new PairView(one.value(), names.of(one.value()), other.value(), names.of(other.value()));
    }
}
