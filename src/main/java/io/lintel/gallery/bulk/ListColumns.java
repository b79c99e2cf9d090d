package io.lintel.gallery.bulk;

import java.util.List;
import java.util.Set;

/** The columns of a list of people, as an export writes and an import reads them. */
public final class ListColumns {

    /** In an export's order. */
    public static final List<String> EXPORTED = List.of(
            "number",
            "name",
            "note",
            "enabled",
            "valid_from",
            "valid_until",
            "groups",
            "schedules",
            "consent_purpose",
            "consent_at",
            "keep_days",
            "enrolled",
            "last_visit");

    /** What belongs to the box that a list comes from: no import takes it over. */
    private static final Set<String> OF_THAT_BOX = Set.of("number", "enrolled", "last_visit");

    /** What an import takes over, by name. */
    static final List<String> IMPORTED = EXPORTED.stream()
            .filter(column -> !OF_THAT_BOX.contains(column))
            .sorted()
            .toList();

    private ListColumns() {}
}
