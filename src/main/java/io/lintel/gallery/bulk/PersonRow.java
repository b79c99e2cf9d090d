package io.lintel.gallery.bulk;

import io.lintel.gallery.Consent;
import io.lintel.gallery.ValiditySpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people says about one of them.
 *
 * @param groups names of the groups that he belongs to
 */
public record PersonRow(
        String name,
        String note,
        ValiditySpan validity,
        @Nullable Consent consent,
        List<String> groups) {

    public PersonRow {
        groups = List.copyOf(groups);
    }

    static PersonRow named(String name) {
        return new PersonRow(name, "", ValiditySpan.UNLIMITED, null, List.of());
    }
}
