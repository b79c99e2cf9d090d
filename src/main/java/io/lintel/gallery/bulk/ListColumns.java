package io.lintel.gallery.bulk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** What else the people who write such lists call a column, in the languages of the pages. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("group", "groups"),
            Map.entry("schedule", "schedules"),
            Map.entry("nummer", "number"),
            Map.entry("notiz", "note"),
            Map.entry("bemerkung", "note"),
            Map.entry("aktiv", "enabled"),
            Map.entry("gültig_ab", "valid_from"),
            Map.entry("gültig_von", "valid_from"),
            Map.entry("gültig_bis", "valid_until"),
            Map.entry("gruppe", "groups"),
            Map.entry("gruppen", "groups"),
            Map.entry("zeitplan", "schedules"),
            Map.entry("zeitpläne", "schedules"),
            Map.entry("zweck", "consent_purpose"),
            Map.entry("eingewilligt_am", "consent_at"),
            Map.entry("aufbewahrungstage", "keep_days"),
            Map.entry("angelegt", "enrolled"),
            Map.entry("letzter_besuch", "last_visit"));

    /** "Valid until" and "valid-until" are what somebody types who means valid_until. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\u00a0-]+");

    private ListColumns() {}

    /** The column that a heading means, or the heading itself in the same form if it means none. */
    static String named(String heading) {
        String words = Normalizer.normalize(heading.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        String column = BETWEEN_WORDS.matcher(words).replaceAll("_");
        return OTHER_NAMES.getOrDefault(column, column);
    }
}
