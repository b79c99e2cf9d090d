package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.ValiditySpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people says about one of them.
 *
 * @param groups names of the groups that the person belongs to
 * @param schedules names of the person's own schedules
 */
public record PersonRow(
        String name,
        String note,
        ValiditySpan validity,
        @Nullable Consent consent,
        boolean enabled,
        List<String> groups,
        List<String> schedules) {

    public PersonRow {
        groups = List.copyOf(groups);
        schedules = List.copyOf(schedules);
    }

    static PersonRow named(String name) {
        return new PersonRow(name, "", ValiditySpan.UNLIMITED, null, true, List.of(), List.of());
    }
}
